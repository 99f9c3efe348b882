package io.github.cookiecharter.scan.javascript.syntax;

import io.github.cookiecharter.scan.cookie.AbstractString;

/** The escapes of JavaScript's strings. */
final class StringEscapes {

    private StringEscapes() {}

    /** What the part of a source between two quotes stands for. */
    static String decode(String source, int from, int to) {
        boolean plain = true;
        for (int i = from; i < to && plain; i++) {
            char c = source.charAt(i);
            plain = c != '\\' && c != AbstractString.MASKED && c != AbstractString.PARAMETER;
        }
        if (plain) {
            return source.substring(from, to);
        }
        StringBuilder text = new StringBuilder(to - from);
        int i = from;
        while (i < to) {
            char c = source.charAt(i++);
            if (c == '\\' && i < to) {
                i = escape(source, i, to, text);
            } else if (c != AbstractString.MASKED && c != AbstractString.PARAMETER) {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static int escape(String source, int at, int to, StringBuilder text) {
        char c = source.charAt(at);
        int next = at + 1;
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'v' -> text.append('\u000b');
            case '\n', '\u2028', '\u2029' -> {}
            case '\r' -> {
                return next < to && source.charAt(next) == '\n' ? next + 1 : next;
            }
            case 'x' -> {
                return hexadecimal(source, next, Math.min(to, next + 2), 2, text);
            }
            case 'u' -> {
                if (next < to && source.charAt(next) == '{') {
                    int length =
                            source.substring(next + 1, Math.min(to, next + 9)).indexOf('}');
                    if (length > 0) {
                        hexadecimal(source, next + 1, next + 1 + length, length, text);
                        return next + length + 2;
                    }
                }
                return hexadecimal(source, next, Math.min(to, next + 4), 4, text);
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                return octal(source, at, to, text);
            }
            default -> text.append(c);
        }
        return next;
    }

    private static int octal(String source, int at, int to, StringBuilder text) {
        int value = 0;
        int i = at;
        while (i < to && i < at + 3 && source.charAt(i) >= '0' && source.charAt(i) <= '7' && value < 32) {
            value = value * 8 + source.charAt(i++) - '0';
        }
        text.append((char) value);
        return i;
    }

    private static int hexadecimal(String source, int from, int to, int digits, StringBuilder text) {
        if (to - from != digits) {
            return from;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(source.charAt(i), 16);
            if (digit < 0) {
                return from;
            }
            value = value * 16 + digit;
        }
        if (Character.isValidCodePoint(value)) {
            text.appendCodePoint(value);
        }
        return to;
    }
}
