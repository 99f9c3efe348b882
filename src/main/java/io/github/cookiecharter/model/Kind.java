package io.github.cookiecharter.model;

import java.util.Locale;

/** The kind of storage on the visitor's device, or a pixel. */
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
