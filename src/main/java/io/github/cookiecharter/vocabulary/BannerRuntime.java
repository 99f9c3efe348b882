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

    /**
     * By which key its record speaks of a service, where it speaks of services. tarteaucitron looks for a key anywhere in
     * the record, so that one could be found inside another: no id begins or ends with {@code _}, or has one in it.
     */
    public String recordKey(String service) {
        return this == TARTEAUCITRON ? "_" + service + "_" : service;
    }

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
