package com.example.linted;

class Broken {
    this does not compile
}
