package io.github.cookiecharter.vocabulary;

import java.util.Locale;

/** A section of the policy page. */
public enum Section implements Word {
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
