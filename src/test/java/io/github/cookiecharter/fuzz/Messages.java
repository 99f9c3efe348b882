package io.github.cookiecharter.fuzz;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold of every message, and of every place in a text. */
final class Messages {

    /** What only a program says: its types, and its word for nothing. */
    private static final Pattern JAVA =
            Pattern.compile("\\b(?:[a-z]\\w*+\\.){2,}+[A-Z]\\w*+|\\b\\w+(?:Exception|Error)\\b"
                    + "|\\b\\w++@[0-9a-f]{5,}\\b|\\bOptional\\b|\\bnull\\b|\\b\\w++\\$\\w++");

    /** How a message shows a character that a terminal should not get: no word of a program, and no part of one. */
    private static final Pattern ESCAPED = Pattern.compile("\\\\u[0-9A-F]{4,6}");

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
        if (!mayShowJava(message)) {
            return;
        }
        Matcher java = JAVA.matcher(ESCAPED.matcher(message).replaceAll(" "));
        while (java.find()) {
            // Messages show how a place in the code is written.
            if (!text.contains(java.group()) && !java.group().startsWith("com.acme.")) {
                throw new AssertionError("'" + java.group() + "' in: " + message);
            }
        }
    }

    // Most do not, and to see so takes a hundredth of what the regular expression takes.
    private static boolean mayShowJava(String message) {
        int dots = 0;
        for (int i = 1; i + 1 < message.length(); i++) {
            char c = message.charAt(i);
            if (c == '$' || c == '@') {
                return true;
            }
            dots += c == '.' && message.charAt(i + 1) > ' ' ? 1 : 0;
        }
        return dots > 1
                || message.contains("null")
                || message.contains("Optional")
                || message.contains("Exception")
                || message.contains("Error");
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
    static void check(SourcePosition at, int[] lineLengths) {
        if (at.line() < 1
                || at.line() > lineLengths.length
                || at.column() < 1
                || at.column() > lineLengths[at.line() - 1] + 1) {
            throw new AssertionError(at + " lies outside the text of " + lineLengths.length + " lines");
        }
    }
}
