package io.github.cookiecharter.model;

import java.util.Locale;

/** The layout of the banner. */
public enum BannerLayout implements Keyword {
    BOX,
    BAR;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
