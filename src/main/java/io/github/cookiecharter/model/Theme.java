package io.github.cookiecharter.model;

import java.util.Locale;

/** The colours of the banner. */
public enum Theme implements Keyword {
    AUTO,
    LIGHT,
    DARK;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
