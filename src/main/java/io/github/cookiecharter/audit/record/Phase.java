package io.github.cookiecharter.audit.record;

import io.github.cookiecharter.model.Keyword;
import java.util.Locale;

/** What a visitor does about the banner; each phase has a visitor of its own. */
public enum Phase implements Keyword {
    /** The visitor makes no choice. */
    BEFORE,
    /** The visitor refuses everything in the banner. */
    REFUSE,
    /** The visitor accepts everything in the banner. */
    ACCEPT,
    /** A visitor for each category accepts that one alone. */
    CATEGORIES,
    /** The visitor accepts everything and withdraws it in the preferences. */
    WITHDRAW,
    /** A visitor for each service that runs until visitors object switches it off. */
    OBJECT,
    /** The visitor's browser sends Global Privacy Control, and the visitor makes no choice. */
    GPC;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
