package io.github.cookiecharter.model;

import java.util.Locale;

/** What a necessary cookie is for, where a rule wants to know. */
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
