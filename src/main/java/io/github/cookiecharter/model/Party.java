package io.github.cookiecharter.model;

import java.util.Locale;

/** Whether a cookie is a first-party cookie, a third-party cookie, or both under different domains. */
public enum Party implements Keyword {
    FIRST,
    THIRD,
    BOTH;

    /** Returns whether the site's own hosts get the cookie. */
    public boolean includesFirst() {
        return this != THIRD;
    }

    /** Returns whether hosts of others get the cookie. */
    public boolean includesThird() {
        return this != FIRST;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
