package com.example.library;

/** A module without a site. */
public final class Library {}
