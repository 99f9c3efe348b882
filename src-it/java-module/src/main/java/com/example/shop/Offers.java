package com.example.shop;

import com.example.java_module.Cookies;
import java.util.EnumSet;

public final class Offers {

    private Offers() {}

    public static void main(String[] args) {
        String name = Cookies.OFFER_PREFIX + "shoes";
        boolean refused = Cookies.isAllowed(name, EnumSet.noneOf(Cookies.Category.class));
        boolean allowed = Cookies.isAllowed(name, EnumSet.of(Cookies.Category.MARKETING));
        System.out.println(Cookies.SID + " " + refused + " " + allowed + " " + Cookies.Consent.parse("").isCurrent());
    }
}
