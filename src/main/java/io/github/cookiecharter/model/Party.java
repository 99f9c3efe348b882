package io.github.cookiecharter.model;

import java.util.Locale;

/** Whether a cookie is a first-party or a third-party cookie. */
public enum Party implements Keyword {
    FIRST,
    THIRD;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
