package io.github.cookiecharter.model;

import java.util.Locale;

/** Whether the banner honours the browser's Global Privacy Control signal. */
public enum Gpc implements Keyword {
    HONOUR,
    IGNORE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
