package com.example.desk;

import com.example.desk.Cookies;

/** Compiles only if the constants were generated before. */
public final class Names {

    private Names() {}

    public static String session() {
        return Cookies.SESSION;
    }
}
