package io.github.cookiecharter.fuzz;

import io.github.cookiecharter.vocabulary.Position;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold of every message, and of every place in a text. */
final class Messages {

    /** What only a program says: its types, and its word for nothing. */
    private static final Pattern JAVA =
            Pattern.compile("\\b(?:[a-z]\\w*+\\.){2,}+[A-Z]\\w*+|\\b\\w+(?:Exception|Error)\\b"
                    + "|\\b\\w++@[0-9a-f]{5,}\\b|\\bOptional\\b|\\bnull\\b|\\b\\w++\\$\\w++");

    private Messages() {}

    /**
     * Holds a message to what a person and a terminal can bear.
     *
     * @param text what was read: its own words may be quoted
     */
    static void check(String message, String text) {
        if (message.isBlank()) {
            throw new AssertionError("a message without a word");
        }
        message.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069)) {
                throw new AssertionError("a control character in: " + message);
            }
        });
        Matcher java = JAVA.matcher(message);
        while (java.find()) {
            // Messages show how a place in the code is written.
            if (!text.contains(java.group()) && !java.group().startsWith("com.acme.")) {
                throw new AssertionError("'" + java.group() + "' in: " + message);
            }
        }
    }

    /** The lengths of a text's lines, of which there is at least one. */
    static int[] lineLengths(String text) {
        // By hand: a regular expression here took longer than the reading of a declaration.
        int[] lengths = new int[text.length() + 1];
        int lines = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lengths[lines++] = i - from;
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                from = i + 1;
            }
        }
        lengths[lines++] = text.length() - from;
        return Arrays.copyOf(lengths, lines);
    }

    /** Holds a place to the text in which it lies; the end of a line is still in it. */
    static void check(Position at, int[] lineLengths) {
        if (at.line() < 1
                || at.line() > lineLengths.length
                || at.column() < 1
                || at.column() > lineLengths[at.line() - 1] + 1) {
            throw new AssertionError(at + " lies outside the text of " + lineLengths.length + " lines");
        }
    }
}
