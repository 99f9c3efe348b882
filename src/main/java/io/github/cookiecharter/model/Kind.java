package io.github.cookiecharter.model;

import java.util.Locale;

/** What kind of thing is stored on, or read from, the visitor's device. */
public enum Kind implements Keyword {
    COOKIE,
    LOCAL_STORAGE,
    SESSION_STORAGE,
    INDEXED_DB,
    PIXEL;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
