package io.github.cookiecharter.vocabulary;

import java.util.Locale;

/** The colours of the banner. */
public enum Theme implements Word {
    AUTO,
    LIGHT,
    DARK;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
