package io.github.cookiecharter.template;

import java.util.Locale;

/**
 * Writes text as Markdown that every reader shows literally: CommonMark with the tables of GitHub, MDX, and the template
 * languages that site generators run over Markdown (Liquid, Hugo's short codes). The only class that encodes text for
 * Markdown files.
 */
public final class MarkdownText {

    private static final String SPECIAL = "\\`*_{}[]<>#|!~&$";

    // Text of a code span cannot be escaped: with one of these it is not literal everywhere.
    private static final String NOT_IN_CODE = "`|\\{}";

    // In a destination without angle brackets, which MDX would take for a tag.
    private static final String NOT_IN_LINK = "()<>\\|{}[]\"`*_ ";

    private MarkdownText() {}

    /** Returns text on one line, for a paragraph, a heading or a cell. */
    public static String escape(String text) {
        String line = line(text);
        StringBuilder out = new StringBuilder(line.length() + 16);
        int begin = 0;
        while (begin < line.length() && Character.isDigit(line.charAt(begin))) {
            begin++;
        }
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            // What begins a list or underlines a heading, if it begins the line.
            boolean beginsBlock =
                    (i == 0 && "+-=".indexOf(c) >= 0) || (i == begin && begin > 0 && (c == '.' || c == ')'));
            // Liquid looks for its tags in escaped text too.
            boolean beginsTag = c == '%' && i > 0 && line.charAt(i - 1) == '{';
            if (beginsBlock || beginsTag || SPECIAL.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /** Returns a name as code, or as escaped text if code could not show it literally everywhere. */
    public static String code(String name) {
        String line = line(name);
        boolean isLiteral = !line.isEmpty() && line.equals(line.strip());
        for (int i = 0; isLiteral && i < line.length(); i++) {
            isLiteral = NOT_IN_CODE.indexOf(line.charAt(i)) < 0;
        }
        return isLiteral ? "`" + line + "`" : escape(line);
    }

    /**
     * Returns a link.
     *
     * @param address a URL or a path that is safe in HTML
     */
    public static String link(String text, String address) {
        StringBuilder out = new StringBuilder("[").append(escape(text)).append("](");
        for (char c : line(address).toCharArray()) {
            if (c == '&') {
                out.append("&amp;");
            } else if (NOT_IN_LINK.indexOf(c) >= 0) {
                out.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            } else {
                out.append(c);
            }
        }
        return out.append(')').toString();
    }

    private static String line(String text) {
        return PlainText.onOneLine(text).strip();
    }
}
