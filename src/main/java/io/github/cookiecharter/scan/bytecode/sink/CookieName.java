package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.scan.bytecode.value.AbstractValue;
import io.github.cookiecharter.scan.model.Certainty;

/**
 * A cookie's name as evidence has it.
 *
 * @param text the name, or the pattern; empty where it is neither
 */
record CookieName(String text, Certainty certainty) {

    private static final String SEPARATORS = "()<>@,;:\\\"/[]?={}";

    /** A text as a name: a token (RFC 6265, 4.1.1) with a star for each run of what is not known. */
    static CookieName of(String template) {
        StringBuilder text = new StringBuilder();
        boolean hole = false;
        int known = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == AbstractValue.HOLE) {
                hole = true;
                if (text.length() == 0 || text.charAt(text.length() - 1) != '*') {
                    text.append('*');
                }
            } else if (c <= ' ' || c >= 127 || SEPARATORS.indexOf(c) >= 0) {
                return new CookieName("", Certainty.UNRESOLVED);
            } else {
                text.append(c);
                known += Character.isLetterOrDigit(c) ? 1 : 0;
            }
        }
        if (known == 0) {
            return new CookieName("", Certainty.UNRESOLVED);
        }
        return new CookieName(text.toString(), hole ? Certainty.PATTERN : Certainty.CERTAIN);
    }

    /** The name in a {@code Set-Cookie} header: what stands before the first equals sign. */
    static CookieName ofHeader(String template) {
        int equals = template.indexOf('=');
        int semicolon = template.indexOf(';');
        if (semicolon >= 0 && (equals < 0 || semicolon < equals)) {
            return new CookieName("", Certainty.UNRESOLVED);
        }
        if (equals >= 0) {
            return of(template.substring(0, equals).strip());
        }
        return template.indexOf(AbstractValue.HOLE) >= 0 ? of(template) : new CookieName("", Certainty.UNRESOLVED);
    }

    boolean isKnown() {
        return certainty != Certainty.UNRESOLVED;
    }
}
