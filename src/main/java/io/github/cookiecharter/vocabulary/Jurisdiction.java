package io.github.cookiecharter.vocabulary;

import java.util.Locale;

/** A jurisdiction whose rules are checked. */
public enum Jurisdiction implements Word {
    EU,
    FR,
    DE,
    ES,
    IT,
    UK,
    US_CA;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
