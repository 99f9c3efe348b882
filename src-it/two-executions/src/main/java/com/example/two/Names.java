package com.example.two;

/** Compiles only if both classes were generated. */
public final class Names {

    private Names() {}

    public static String[] names() {
        return new String[] {ShopCookies.VISITS, DeskCookies.HITS};
    }
}
