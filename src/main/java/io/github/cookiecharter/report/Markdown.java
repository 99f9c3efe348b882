package io.github.cookiecharter.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Encodes text for the messages of SARIF, which exist as plain text and in GitHub's Markdown. */
final class Markdown {

    private static final String SPECIAL = "\\`*_{}[]<>#|!~&";

    private Markdown() {}

    /** Escapes text so that Markdown shows it literally. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /** Converts Markdown with code spans only to plain text on one line. */
    static String unmark(String marked) {
        return marked.strip().replace('\n', ' ').replace("`", "");
    }

    /**
     * Converts Markdown with code spans only to template contexts: each has a {@code text} that is {@code code} or not.
     */
    static List<Object> spans(String marked) {
        List<Object> spans = new ArrayList<>();
        boolean code = false;
        int from = 0;
        String text = marked.strip();
        while (from <= text.length()) {
            int tick = text.indexOf('`', from);
            int end = tick < 0 ? text.length() : tick;
            if (end > from) {
                spans.add(Map.of("text", text.substring(from, end), "code", code));
            }
            code = !code;
            from = end + 1;
        }
        return spans;
    }

    /** Returns a block of YAML, in a fence that is longer than any inside it. */
    static String yaml(String yaml) {
        StringBuilder fence = new StringBuilder("```");
        while (yaml.contains(fence)) {
            fence.append('`');
        }
        return fence + "yaml\n" + yaml.stripTrailing() + "\n" + fence;
    }

    /**
     * Escapes plain text of SARIF, in which {@code [text](target)} would be a link and <code>{0}</code> a placeholder
     * (sections 3.11.5 and 3.11.6).
     */
    static String plain(String text) {
        boolean link = text.contains("](");
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (link && (c == '[' || c == ']' || c == '\\')) {
                out.append('\\');
            } else if (c == '{' && isFigure(text, i + 1)) {
                out.append('{');
            } else if (c == '}' && i > 0 && isFigure(text, i - 1)) {
                out.append('}');
            }
            out.append(c);
        }
        return out.toString();
    }

    private static boolean isFigure(String text, int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
}
