package io.github.cookiecharter.model;

import java.util.List;
import java.util.Locale;

/** A section of the policy page. */
public enum Section implements Keyword {
    INTRO,
    WHAT_IS_A_COOKIE,
    KINDS,
    COOKIES,
    CHOICES,
    CONTACT,
    /** What changed with each release; the only one that a page has only if the declaration lists it. */
    HISTORY;

    /** The sections of a page whose declaration lists none. */
    public static final List<Section> DEFAULTS = List.of(INTRO, WHAT_IS_A_COOKIE, KINDS, COOKIES, CHOICES, CONTACT);

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
