package io.github.cookiecharter.vocabulary;

import java.util.Locale;

/** The shape of the banner. */
public enum BannerLayout implements Word {
    BOX,
    BAR;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
