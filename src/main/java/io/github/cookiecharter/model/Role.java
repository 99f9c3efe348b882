package io.github.cookiecharter.model;

import java.util.Locale;

/** The role of a necessary cookie, on which some rules depend. */
public enum Role implements Keyword {
    SESSION,
    LOGIN,
    REMEMBER_ME,
    CSRF,
    LOAD_BALANCER;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
