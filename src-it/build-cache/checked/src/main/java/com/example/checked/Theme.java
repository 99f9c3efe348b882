package com.example.checked;

/** A module with code. */
public final class Theme {

    private Theme() {}
}
