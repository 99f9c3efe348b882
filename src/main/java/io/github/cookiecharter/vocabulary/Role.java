package io.github.cookiecharter.vocabulary;

import java.util.Locale;

/** What a necessary cookie is for, where a rule wants to know. */
public enum Role implements Word {
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
