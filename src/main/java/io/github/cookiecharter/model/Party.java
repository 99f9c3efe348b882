package io.github.cookiecharter.model;

import java.util.Locale;

/** Whether a cookie belongs to the site itself or to somebody else. */
public enum Party implements Keyword {
    FIRST,
    THIRD;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
