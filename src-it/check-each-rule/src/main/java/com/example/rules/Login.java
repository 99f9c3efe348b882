package com.example.rules;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** One method for each rule, and one that asks for consent. */
public class Login {

    /** What a deployment decides. */
    public interface Settings {

        String cookieName();
    }

    public void undeclared(HttpServletResponse response, String theme) {
        response.addCookie(new Cookie("theme", theme));
    }

    public void nameUnknown(HttpServletResponse response, Settings settings, String token) {
        response.addCookie(new Cookie(settings.cookieName(), token));
    }

    public void attributesDiffer(HttpServletResponse response, String id) {
        Cookie cookie = new Cookie("sid", id);
        cookie.setMaxAge(30 * 24 * 60 * 60);
        response.addCookie(cookie);
    }

    public void setBeforeConsent(HttpServletResponse response, String layout) {
        response.addCookie(new Cookie("layout", layout));
    }

    public void guarded(HttpServletRequest request, HttpServletResponse response, String layout) {
        Cookies.Consent consent = Cookies.Consent.parse(request.getHeader("Cookie"));
        if (Cookies.isAllowed("layout", consent)) {
            response.addCookie(new Cookie("layout", layout));
        }
    }
}
