package io.github.cookiecharter.template;

/** The encodings of template values: one constant for each output format, and no encoding elsewhere. */
enum Encoding {
    /** Text and quoted attribute values of HTML. */
    HTML {
        @Override
        String encode(String value) {
            char[] chars = value.toCharArray();
            int end = endOfPlainHtml(chars, 0);
            if (end == chars.length) {
                return value;
            }
            StringBuilder out = new StringBuilder(value.length() + value.length() / 8 + 16);
            int from = 0;
            while (end < chars.length) {
                out.append(value.substring(from, end));
                appendHtml(value, end, out);
                from = end + 1;
                end = endOfPlainHtml(chars, from);
            }
            return out.append(value.substring(from)).toString();
        }
    },
    /** A JavaScript string literal, its quotes included. */
    SCRIPT {
        @Override
        String encode(String value) {
            return JsonWriter.write(value);
        }
    },
    /** The inside of a Java string literal. */
    JAVA {
        @Override
        String encode(String value) {
            StringBuilder out = new StringBuilder(value.length() + 16);
            for (int i = 0; i < value.length(); i++) {
                appendJava(value.charAt(i), out);
            }
            return out.toString();
        }
    };

    abstract String encode(String value);

    // A separate loop over an array, which the JIT compiles early: in the short life of a build's JVM that matters more
    // than the work of the loop.
    private static int endOfPlainHtml(char[] chars, int from) {
        int end = from;
        while (end < chars.length && isPlainInHtml(chars[end])) {
            end++;
        }
        return end;
    }

    // True for nearly every character; the others are checked in detail.
    private static boolean isPlainInHtml(char c) {
        return c > '>'
                ? c < 0x7f || (c > 0x9f && c < 0xd800)
                : c >= ' ' && c != '<' && c != '>' && c != '&' && c != '"' && c != '\'';
    }

    private static void appendHtml(String value, int i, StringBuilder out) {
        char c = value.charAt(i);
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.append(isAllowedInHtml(value, i) ? c : '\uFFFD');
        }
    }

    // Controls, noncharacters and lone surrogates are parse errors of HTML however they are written, so they become
    // the replacement character.
    private static boolean isAllowedInHtml(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1))
                    && (value.codePointAt(i) & 0xFFFE) != 0xFFFE;
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0
                    && Character.isHighSurrogate(value.charAt(i - 1))
                    && (value.codePointAt(i - 1) & 0xFFFE) != 0xFFFE;
        }
        return c == '\t'
                || c == '\n'
                || (c >= 0x20 && c < 0x7f)
                || (c > 0x9f && !(c >= 0xFDD0 && c <= 0xFDEF) && c < 0xFFFE);
    }

    private static void appendJava(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c >= 0x20 && c < 0x7f) {
                    out.append(c);
                } else {
                    String hex = Integer.toHexString(c);
                    out.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
                }
            }
        }
    }
}
