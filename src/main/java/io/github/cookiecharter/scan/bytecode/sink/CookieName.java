package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.SetCookieParser;
import io.github.cookiecharter.scan.model.Certainty;

/**
 * A cookie's name, as evidence reports it.
 *
 * @param text the name or the pattern; empty if it is unresolved
 */
record CookieName(String text, Certainty certainty) {

    static final CookieName UNRESOLVED = new CookieName("", Certainty.UNRESOLVED);

    private static final String SEPARATORS = "()<>@,;:\\\"/[]?={}";

    /** Returns the name of an argument. Cookie APIs refuse a name that is no token (RFC 6265, 4.1.1). */
    static CookieName of(AbstractString text) {
        String pattern = text.pattern();
        boolean isToken = pattern.chars().allMatch(c -> c > ' ' && c < 127 && SEPARATORS.indexOf(c) < 0);
        return isToken && pattern.chars().anyMatch(Character::isLetterOrDigit) ? ofText(text) : UNRESOLVED;
    }

    /**
     * Returns the name in a {@code Set-Cookie} header; browsers accept more than tokens there. Without a visible equals
     * sign, what is in front of an unknown part may be a value, so it is no beginning of a name.
     */
    static CookieName ofHeader(AbstractString header) {
        if (!SetCookieParser.hasName(header)) {
            return UNRESOLVED;
        }
        return ofText(SetCookieParser.parse(header).name());
    }

    private static CookieName ofText(AbstractString name) {
        Certainty certainty = name.certainty();
        return certainty == Certainty.UNRESOLVED ? UNRESOLVED : new CookieName(name.pattern(), certainty);
    }

    boolean isKnown() {
        return certainty != Certainty.UNRESOLVED;
    }
}
