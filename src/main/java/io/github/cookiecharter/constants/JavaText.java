package io.github.cookiecharter.constants;

import java.util.ArrayList;
import java.util.List;

/**
 * Encodes text for the comments of Java source; the template encodes string literals.
 *
 * <p>The allowed characters are listed here instead of asking {@link Character}: the Unicode tables differ between JDKs, and
 * the same declaration must give the same bytes on each.
 */
public final class JavaText {

    private static final char REPLACEMENT = '\uFFFD';

    /** The width for text in a line of 120 characters behind four spaces and the asterisk. */
    private static final int WIDTH = 110;

    private JavaText() {}

    /**
     * Encodes text for a Javadoc comment, so that no part of it is markup, a tag or the comment's end.
     *
     * @return one line, without spaces at its ends
     */
    static String toJavadoc(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else {
                appendJavadoc(c, out);
            }
        }
        return out.toString().strip();
    }

    /** Encodes a cookie's name for a Javadoc comment, as code unless the name could close the braces or the comment. */
    static String toCode(String name) {
        String encoded = toJavadoc(name);
        return name.equals(encoded.replace("&#42;", "*").replace("&amp;", "&")) && !name.contains("*/")
                ? "{@code " + name + "}"
                : encoded;
    }

    /** Adds a full stop to encoded text unless it ends like a sentence. */
    static String toSentence(String javadoc) {
        return javadoc.isEmpty() || ".!?\u2026\u3002".indexOf(javadoc.charAt(javadoc.length() - 1)) >= 0
                ? javadoc
                : javadoc + ".";
    }

    /** Breaks encoded text into lines that an editor shows without scrolling; a longer word keeps a line of its own. */
    static List<String> wrap(String javadoc) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (javadoc.length() - from > WIDTH) {
            int space = javadoc.lastIndexOf(' ', from + WIDTH);
            if (space <= from) {
                space = javadoc.indexOf(' ', from + WIDTH);
            }
            if (space < 0) {
                break;
            }
            lines.add(javadoc.substring(from, space));
            from = space + 1;
        }
        lines.add(javadoc.substring(from));
        return lines;
    }

    /** Encodes text for the rest of a line behind {@code //}. */
    public static String toLineComment(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\\') {
                // A 'u' begins a Unicode escape only behind an odd number of backslashes (JLS 3.3), so each is doubled.
                out.append("\\\\");
            } else {
                out.appendCodePoint(isSpace(c) ? ' ' : isInert(c) ? c : REPLACEMENT);
            }
        }
        return out.toString();
    }

    private static void appendJavadoc(int c, StringBuilder out) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            // No block or inline tag, no end of the comment, no Unicode escape, which javac reads in comments too.
            case '@', '{', '}', '*', '\\' -> out.append("&#").append(c).append(';');
            default -> out.appendCodePoint(isInert(c) ? c : REPLACEMENT);
        }
    }

    /** Returns whether a character is white space, including U+2028 and U+2029, which some editors treat as line ends. */
    private static boolean isSpace(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    // Controls, lone surrogates and noncharacters are no text. Marks and overrides of the writing direction could show
    // a
    // reviewer other code than javac compiles (CVE-2021-42574). Tag characters hide text.
    private static boolean isInert(int c) {
        return c >= 0x20
                && !(c >= 0x7F && c <= 0x9F)
                && !(c >= 0xD800 && c <= 0xDFFF)
                && !(c >= 0xFDD0 && c <= 0xFDEF)
                && (c & 0xFFFE) != 0xFFFE
                && c != 0x061C
                && c != 0x200B
                && c != 0x200E
                && c != 0x200F
                && !(c >= 0x202A && c <= 0x202E)
                && !(c >= 0x2060 && c <= 0x206F)
                && c != 0xFEFF
                && !(c >= 0xFFF9 && c <= 0xFFFB)
                && !(c >= 0xE0000 && c <= 0xE0FFF);
    }
}
