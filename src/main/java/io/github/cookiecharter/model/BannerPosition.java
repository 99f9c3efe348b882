package io.github.cookiecharter.model;

import java.util.Locale;

/** Where on the screen the banner stands. */
public enum BannerPosition implements Keyword {
    BOTTOM,
    TOP,
    CENTER;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
