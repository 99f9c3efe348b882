package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.SetCookieParser;
import io.github.cookiecharter.scan.model.Certainty;

/**
 * A cookie's name as evidence has it.
 *
 * @param text the name, or the pattern; empty where it is neither
 */
record CookieName(String text, Certainty certainty) {

    static final CookieName UNRESOLVED = new CookieName("", Certainty.UNRESOLVED);

    private static final String SEPARATORS = "()<>@,;:\\\"/[]?={}";

    /** A text that an API takes as a name: it refuses what is no token (RFC 6265, 4.1.1). */
    static CookieName of(AbstractString text) {
        String pattern = text.pattern();
        boolean isToken = pattern.chars().allMatch(c -> c > ' ' && c < 127 && SEPARATORS.indexOf(c) < 0);
        return isToken && pattern.chars().anyMatch(Character::isLetterOrDigit) ? known(text) : UNRESOLVED;
    }

    /** The name in a {@code Set-Cookie} header, in which browsers take more than a token. */
    static CookieName ofHeader(AbstractString header) {
        return known(SetCookieParser.parse(header).name());
    }

    private static CookieName known(AbstractString name) {
        Certainty certainty = name.certainty();
        return certainty == Certainty.UNRESOLVED ? UNRESOLVED : new CookieName(name.pattern(), certainty);
    }

    boolean isKnown() {
        return certainty != Certainty.UNRESOLVED;
    }
}
