package io.github.cookiecharter.model;

import java.util.Locale;

/** A jurisdiction whose rules are checked. */
public enum Jurisdiction implements Keyword {
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
