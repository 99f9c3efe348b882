package io.github.cookiecharter.model.diagnostic;

import java.util.Collection;
import java.util.Locale;

/** Shows words of the file in a message: short, and harmless to the terminal that prints them. */
public final class SafeText {

    private static final int MAX_LENGTH = 60;

    private SafeText() {}

    /** The word in single quotes. */
    public static String quote(String word) {
        return "'" + escape(word) + "'";
    }

    /** The words one after the other, without quotes: those that a message offers. */
    public static String join(Collection<String> words) {
        StringBuilder list = new StringBuilder();
        for (String word : words) {
            list.append(list.isEmpty() ? "" : ", ").append(escape(word));
        }
        return list.toString();
    }

    /** A whole line without quotes, which may hold words of any origin: on one line, and harmless. */
    public static String line(String line) {
        return escape(line, Integer.MAX_VALUE);
    }

    /** The text as YAML takes it literally: in double quotes. */
    public static String quoteAsYaml(String text) {
        return '"' + escape(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    /** The same for a text of any length that is to be pasted. */
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

    // Escape sequences steer a terminal, bidirectional controls make a message read as another one (CVE-2021-42574).
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
