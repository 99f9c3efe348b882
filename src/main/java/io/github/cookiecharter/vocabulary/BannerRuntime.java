package io.github.cookiecharter.vocabulary;

import java.util.Locale;

/** The library that shows the consent banner in the visitor's browser. */
public enum BannerRuntime implements Word {
    VANILLA_COOKIECONSENT,
    KLARO,
    TARTEAUCITRON,
    NONE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
