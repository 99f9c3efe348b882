package io.github.cookiecharter.model;

import java.util.Locale;

/** What the browser's Global Privacy Control signal does. */
public enum Gpc implements Keyword {
    HONOUR,
    IGNORE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
