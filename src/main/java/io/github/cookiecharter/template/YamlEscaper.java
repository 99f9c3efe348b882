package io.github.cookiecharter.template;

import java.util.Locale;

/** Encodes text for YAML that is pasted into a declaration. */
public final class YamlEscaper {

    private YamlEscaper() {}

    /** Returns a scalar on one line: plain if YAML reads it unchanged, otherwise in double quotes. */
    public static String scalar(String text) {
        return isPlain(text) ? text : quote(text);
    }

    /** Returns the text of a comment on one line, without characters that would end the line or control a terminal. */
    public static String comment(String text) {
        StringBuilder comment = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            comment.appendCodePoint(isUnsafe(c) ? ' ' : c);
        }
        return comment.toString();
    }

    private static boolean isPlain(String text) {
        if (text.isEmpty() || " -.,*/".indexOf(text.charAt(0)) >= 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "_-./*".indexOf(c) >= 0
                    || (i < text.length() - 1 && c == ' ');
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (isUnsafe(c)) {
                quoted.append(String.format(Locale.ROOT, c > 0xffff ? "\\U%08X" : "\\u%04X", c));
            } else {
                quoted.appendCodePoint(c);
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isUnsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
