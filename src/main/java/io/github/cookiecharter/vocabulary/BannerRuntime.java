package io.github.cookiecharter.vocabulary;

import java.util.Locale;

/** The library that shows the consent banner in the visitor's browser. */
public enum BannerRuntime implements Word {
    VANILLA_COOKIECONSENT,
    KLARO,
    TARTEAUCITRON,
    NONE;

    /**
     * Whether its record of the choice carries the consent revision in its name, since what it stores has no place for
     * a number.
     */
    public boolean namesRecordByRevision() {
        return this == KLARO || this == TARTEAUCITRON;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
