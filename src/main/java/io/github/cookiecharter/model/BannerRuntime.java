package io.github.cookiecharter.model;

import java.util.Locale;

/** The library that shows the consent banner in the visitor's browser. */
public enum BannerRuntime implements Keyword {
    VANILLA_COOKIECONSENT,
    KLARO,
    TARTEAUCITRON,
    NONE;

    /** A character that no id contains. */
    public static final String KEY_DELIMITER = "_";

    /**
     * Returns whether the name of the runtime's consent record ends in the consent revision, because its content has no
     * field for a number.
     */
    public boolean namesRecordByRevision() {
        return this == KLARO || this == TARTEAUCITRON;
    }

    /**
     * Returns the key of a service in the runtime's consent record, if it has one per service. tarteaucitron searches
     * for a key anywhere in the record: with {@link #KEY_DELIMITER} at either end no key is found inside another.
     */
    public String recordKey(String service) {
        return this == TARTEAUCITRON ? KEY_DELIMITER + service + KEY_DELIMITER : service;
    }

    /**
     * Returns the key of a service in the runtime's consent record if the service runs until the visitor objects.
     * vanilla-cookieconsent records categories: there such a service is one, with a name that no other can have.
     */
    public String objectionKey(String service) {
        return this == VANILLA_COOKIECONSENT ? "service" + KEY_DELIMITER + service : recordKey(service);
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
