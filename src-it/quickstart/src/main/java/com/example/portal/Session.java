package com.example.portal;

import java.net.HttpCookie;
import java.util.Set;

/** What the generated constants are for: no cookie name stands in the code as a string. */
public final class Session {

    private Session() {}

    /** The cookie that keeps the user recognised. */
    public static HttpCookie cookie(String id) {
        HttpCookie cookie = new HttpCookie(Cookies.SESSIONID, id);
        cookie.setHttpOnly(true);
        return cookie;
    }

    /** Whether a cookie of this name may be set now. */
    public static boolean maySet(String name, boolean statisticsAllowed) {
        Set<Cookies.Category> granted =
                statisticsAllowed ? Set.of(Cookies.Category.STATISTICS) : Set.of();
        return Cookies.isAllowed(name, granted);
    }
}
