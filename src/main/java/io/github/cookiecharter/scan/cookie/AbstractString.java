package io.github.cookiecharter.scan.cookie;

import io.github.cookiecharter.scan.model.Certainty;
import java.util.OptionalLong;

/**
 * A text that a program puts together, of which some parts are known only when it runs.
 *
 * @param notation the known characters, with a mark for each unknown part: {@link #UNKNOWN} alone, {@link #PARAMETER}
 *     with one character behind it, or {@link #FROM_NOW} with a number of seconds and a full stop behind it
 */
public record AbstractString(String notation) {

    // The marks are noncharacters of Unicode, which no text contains.

    /** Stands for a part of which nothing is known. */
    public static final char UNKNOWN = '\ufdd0';

    /** Stands, with the character behind it, for what a caller passes as a parameter of a function. */
    public static final char PARAMETER = '\ufdd1';

    /** Stands, with seconds and a full stop behind it, for a date so many seconds from now. */
    public static final char FROM_NOW = '\ufdd3';

    /**
     * Stands for no character at all. Page scanners put it in place of template code that they hide from the lexer, so that
     * the positions behind it stay the same.
     */
    public static final char MASKED = '\ufdd2';

    /** A text of which nothing is known. */
    public static final AbstractString ANY = new AbstractString(String.valueOf(UNKNOWN));

    /** The notation of a date relative to the time at which the program runs. */
    public static String fromNow(long seconds) {
        return FROM_NOW + Long.toString(seconds) + '.';
    }

    private static boolean isMark(char c) {
        return c == UNKNOWN || c == PARAMETER || c == FROM_NOW;
    }

    /** Returns whether each character is known. */
    public boolean isLiteral() {
        return firstUnknown() == notation.length();
    }

    /** Returns whether nothing is known, not even that it comes from a caller. */
    public boolean isUnknown() {
        return !notation.isEmpty() && notation.chars().allMatch(c -> c == UNKNOWN);
    }

    /** Returns whether the text is one unknown part, of any kind. */
    boolean isOneUnknownPart() {
        return firstUnknown() == 0 && !notation.isEmpty() && end(0) == notation.length();
    }

    /** How many unknown parts there are. */
    public int unknownParts() {
        int parts = 0;
        for (int at = 0; at < notation.length(); at = end(at)) {
            parts += isMark(notation.charAt(at)) ? 1 : 0;
        }
        return parts;
    }

    /** Returns whether the last part is an unknown one. */
    boolean endsUnknown() {
        boolean unknown = false;
        for (int at = 0; at < notation.length(); at = end(at)) {
            unknown = isMark(notation.charAt(at));
        }
        return unknown;
    }

    /** The index of the first unknown part; the length where there is none. */
    int firstUnknown() {
        int at = 0;
        while (at < notation.length() && !isMark(notation.charAt(at))) {
            at++;
        }
        return at;
    }

    /** The seconds from now of a text that is one date relative to now. */
    OptionalLong secondsFromNow() {
        if (notation.length() < 3 || notation.charAt(0) != FROM_NOW || end(0) != notation.length()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(notation, 1, notation.length() - 1, 10));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** The index behind the character, or the unknown part, at an index. */
    private int end(int at) {
        char c = notation.charAt(at);
        if (c == PARAMETER) {
            return Math.min(at + 2, notation.length());
        }
        if (c == FROM_NOW) {
            int stop = notation.indexOf('.', at);
            return stop < 0 ? notation.length() : stop + 1;
        }
        return at + 1;
    }

    /** The text as a pattern: a star for each run of unknown parts. */
    public String pattern() {
        StringBuilder pattern = new StringBuilder(notation.length());
        for (int at = 0; at < notation.length(); at = end(at)) {
            char c = notation.charAt(at);
            if (!isMark(c)) {
                pattern.append(c);
            } else if (pattern.length() == 0 || pattern.charAt(pattern.length() - 1) != '*') {
                pattern.append('*');
            }
        }
        return pattern.toString();
    }

    /** How well the text is known as a name. A pattern without a letter or digit, such as {@code *-}, fits any name. */
    public Certainty certainty() {
        if (notation.isEmpty()) {
            return Certainty.UNRESOLVED;
        }
        if (isLiteral()) {
            return Certainty.CERTAIN;
        }
        return pattern().chars().anyMatch(Character::isLetterOrDigit) ? Certainty.PATTERN : Certainty.UNRESOLVED;
    }
}
