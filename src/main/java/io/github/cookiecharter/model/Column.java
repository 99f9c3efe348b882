package io.github.cookiecharter.model;

import java.util.Locale;

/** A column of the policy's cookie tables. */
public enum Column implements Keyword {
    PROVIDER,
    SERVICE,
    COOKIE,
    PURPOSE,
    LIFETIME,
    PARTY,
    KIND,
    RECIPIENTS;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
