package io.github.cookiecharter.model;

import java.util.Locale;

/** The library that shows the consent banner in the visitor's browser. */
public enum BannerRuntime implements Keyword {
    VANILLA_COOKIECONSENT,
    KLARO,
    TARTEAUCITRON,
    NONE;

    /** What no id holds. */
    public static final String KEY_DELIMITER = "_";

    /**
     * Whether its record of the choice carries the consent revision in its name, since what it stores has no place for
     * a number.
     */
    public boolean namesRecordByRevision() {
        return this == KLARO || this == TARTEAUCITRON;
    }

    /**
     * By which key its record speaks of a service, where it speaks of services. tarteaucitron looks for a key anywhere in
     * the record: with {@link #KEY_DELIMITER} at either end no key is found inside another.
     */
    public String recordKey(String service) {
        return this == TARTEAUCITRON ? KEY_DELIMITER + service + KEY_DELIMITER : service;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
