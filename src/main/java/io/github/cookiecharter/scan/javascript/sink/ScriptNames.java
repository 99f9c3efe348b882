package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.model.Certainty;

/** How well the names are known that scripts give. */
final class ScriptNames {

    /** A pattern with fewer characters in a row fits too many names. */
    private static final int FEWEST_CHARACTERS = 4;

    private static final String NEVER_IN_COOKIES = ";,=<";

    private ScriptNames() {}

    /** How well a name is known; not at all where it cannot be the name of a cookie, or is a pattern of few characters. */
    static Certainty certainty(AbstractString name, Kind kind) {
        Certainty certainty = name.certainty();
        if (certainty == Certainty.UNRESOLVED || (kind == Kind.COOKIE && !mayBeCookie(name.notation()))) {
            return Certainty.UNRESOLVED;
        }
        return certainty == Certainty.PATTERN && longestPart(name.pattern()) < FEWEST_CHARACTERS
                ? Certainty.UNRESOLVED
                : certainty;
    }

    private static boolean mayBeCookie(String name) {
        return name.chars().noneMatch(c -> c <= ' ' || c == 127 || NEVER_IN_COOKIES.indexOf(c) >= 0);
    }

    private static int longestPart(String pattern) {
        int longest = 0;
        for (String part : pattern.split("\\*")) {
            longest = Math.max(longest, part.length());
        }
        return longest;
    }
}
