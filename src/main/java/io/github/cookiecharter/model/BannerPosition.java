package io.github.cookiecharter.model;

import java.util.Locale;

/** The position of the banner on the screen. */
public enum BannerPosition implements Keyword {
    BOTTOM,
    TOP,
    CENTER;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
