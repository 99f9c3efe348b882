package com.example.checkout;

/** Names its cookie with the generated constant. */
public final class Session {

    private Session() {}

    static String cookie() {
        return Cookies.SESSION;
    }
}
