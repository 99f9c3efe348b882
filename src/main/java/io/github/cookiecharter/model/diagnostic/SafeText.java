package io.github.cookiecharter.model.diagnostic;

import java.util.Collection;
import java.util.Locale;

/** Formats text of a file for messages: shortened, and with characters escaped that could control the terminal. */
public final class SafeText {

    private static final int MAX_LENGTH = 60;

    private SafeText() {}

    /** Returns the word in single quotes, cut to 60 characters. */
    public static String quote(String word) {
        return "'" + escape(word) + "'";
    }

    /** Returns the words separated by commas, without quotes. */
    public static String join(Collection<String> words) {
        StringBuilder list = new StringBuilder();
        for (String word : words) {
            list.append(list.isEmpty() ? "" : ", ").append(escape(word));
        }
        return list.toString();
    }

    /** Returns a text of any length and origin as one line, without quotes. */
    public static String line(String line) {
        return escape(line, Integer.MAX_VALUE);
    }

    /** Returns the text as a double-quoted YAML scalar, cut to 60 characters. */
    public static String quoteAsYaml(String text) {
        return '"' + escape(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    /** Returns the text as a double-quoted YAML scalar of any length, to be pasted. */
    public static String quoteInFullAsYaml(String text) {
        return '"' + escape(text.replace("\\", "\\\\").replace("\"", "\\\""), Integer.MAX_VALUE) + '"';
    }

    private static String escape(String word) {
        return escape(word, MAX_LENGTH);
    }

    private static String escape(String word, int longest) {
        StringBuilder shown = new StringBuilder();
        int shownCharacters = 0;
        for (int i = 0; i < word.length(); shownCharacters++) {
            int c = word.codePointAt(i);
            i += Character.charCount(c);
            if (shownCharacters == longest) {
                return shown.append('…').toString();
            }
            if (isUnsafe(c)) {
                String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
                shown.append("\\u")
                        .append("0000", 0, Math.max(0, 4 - hex.length()))
                        .append(hex);
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }

    // Escape sequences control a terminal, and bidirectional controls change how a message reads (CVE-2021-42574).
    private static boolean isUnsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
