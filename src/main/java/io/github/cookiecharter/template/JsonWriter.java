package io.github.cookiecharter.template;

import java.util.Map;
import java.util.Optional;

/**
 * Writes JSON that is also a safe JavaScript expression and safe inside an HTML {@code <script>}. The only class that
 * encodes text for JSON and JavaScript.
 */
public final class JsonWriter {

    private JsonWriter() {}

    /**
     * Writes a value, indented by two spaces a level, keys in their map's order, without a line break at the end.
     *
     * @param value a {@link Map} with string keys, an {@link Iterable}, a {@link CharSequence}, a whole
     *     {@link Number}, a {@link Boolean}, or an empty {@link Optional} for {@code null}
     * @throws IllegalArgumentException for any other type
     */
    public static String write(Object value) {
        return write(value, "");
    }

    /**
     * Writes a value as part of a longer text.
     *
     * @param indent the indentation of each line but the first
     * @throws IllegalArgumentException for a type that {@link #write(Object)} does not support
     */
    public static String write(Object value, String indent) {
        StringBuilder out = new StringBuilder();
        write(value, indent, out);
        return out.toString();
    }

    private static void write(Object value, String indent, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            writeMap(map, indent, out);
        } else if (value instanceof Iterable<?> items) {
            writeItems(items, indent, out);
        } else if (value instanceof CharSequence text) {
            writeString(text, out);
        } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Optional<?> optional && optional.isEmpty()) {
            out.append("null");
        } else {
            throw new IllegalArgumentException("not a JSON value: " + value);
        }
    }

    private static void writeMap(Map<?, ?> map, String indent, StringBuilder out) {
        String inner = indent + "  ";
        String separator = "\n";
        out.append('{');
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator).append(inner);
            writeString(entry.getKey().toString(), out);
            out.append(": ");
            write(entry.getValue(), inner, out);
            separator = ",\n";
        }
        out.append(map.isEmpty() ? "}" : "\n" + indent + "}");
    }

    private static void writeItems(Iterable<?> items, String indent, StringBuilder out) {
        String inner = indent + "  ";
        String separator = "\n";
        out.append('[');
        for (Object item : items) {
            out.append(separator).append(inner);
            write(item, inner, out);
            separator = ",\n";
        }
        out.append(separator.equals("\n") ? "]" : "\n" + indent + "]");
    }

    private static void writeString(CharSequence text, StringBuilder out) {
        String all = text.toString();
        out.append('"');
        int from = 0;
        for (int i = 0; i < all.length(); i++) {
            if (!isPlain(all.charAt(i))) {
                out.append(all.substring(from, i));
                appendCharacter(all, i, out);
                from = i + 1;
            }
        }
        out.append(all.substring(from)).append('"');
    }

    // True for nearly every character; the others are checked in detail.
    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7f && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&';
    }

    private static void appendCharacter(String text, int i, StringBuilder out) {
        char c = text.charAt(i);
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            default -> {
                if (mustBeEscaped(text, i)) {
                    appendEscape(c, out);
                } else {
                    out.append(c);
                }
            }
        }
    }

    // '<', '>' and '&' so that no "</script>" or "<!--" can end a script element; U+2028 and U+2029 are line ends in
    // JavaScript before ES2019; the C1 controls and a lone surrogate would not survive UTF-8 and editors.
    private static boolean mustBeEscaped(CharSequence text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length()
                    || !Character.isLowSurrogate(text.charAt(i + 1))
                    || isNoncharacter(Character.codePointAt(text, i));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0
                    || !Character.isHighSurrogate(text.charAt(i - 1))
                    || isNoncharacter(Character.codePointAt(text, i - 1));
        }
        return c < 0x20
                || c == '<'
                || c == '>'
                || c == '&'
                || (c >= 0x7f && c <= 0x9f)
                || c == 0x2028
                || c == 0x2029
                || isNoncharacter(c)
                || isInvisible(c);
    }

    // Text does not contain them, and they are errors in HTML, in which the preview embeds scripts.
    private static boolean isNoncharacter(int c) {
        return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
    }

    // Unicode's format characters, which editors do not show and some of which change the direction of text. A list
    // instead of the JDK's category, so that every JDK writes the same bytes.
    private static boolean isInvisible(char c) {
        return c == 0x00ad
                || c == 0x061c
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x206f)
                || c == 0xfeff
                || (c >= 0xfff9 && c <= 0xfffb);
    }

    private static void appendEscape(char c, StringBuilder out) {
        String hex = Integer.toHexString(c);
        out.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
    }
}
