package com.example.shop;

import com.example.charter.Cookies;
import com.example.charter.Cookies.Consent;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Counts visits for those who allow it. */
public final class Visits {

    private Visits() {}

    public static void count(HttpServletRequest request, HttpServletResponse response) {
        if (Cookies.isAllowed("visits", Consent.parse(request.getHeader("Cookie")))) {
            response.addCookie(new Cookie("visits", "1"));
        }
    }
}
