package io.github.cookiecharter.model;

import java.util.Locale;

/** A section of the policy page. */
public enum Section implements Keyword {
    INTRO,
    WHAT_IS_A_COOKIE,
    KINDS,
    COOKIES,
    CHOICES,
    CONTACT;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
