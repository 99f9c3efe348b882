package com.example.shop;

import jakarta.servlet.http.Cookie;

/** Cookies as this shop makes them: no name stands where the cookie is made. */
final class Jar {

    private static final String PREFIX = "shop_";

    private Jar() {}

    static Cookie basket(String id) {
        return named("basket", id);
    }

    private static Cookie named(String name, String value) {
        return harmless(PREFIX + name, value);
    }

    private static Cookie harmless(String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setHttpOnly(true);
        return cookie;
    }
}
