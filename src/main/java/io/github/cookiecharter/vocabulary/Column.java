package io.github.cookiecharter.vocabulary;

import java.util.Locale;

/** A column of the policy's cookie tables. */
public enum Column implements Word {
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
