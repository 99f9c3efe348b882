package io.github.cookiecharter.imports.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns regular expressions into patterns of names, where that is exact: {@code ^_pk_.*$} is {@code _pk_*}. */
final class RegularNames {

    private static final String SPECIAL = "\\^$.|?*+()[]{}";

    private RegularNames() {}

    /** Returns whether a text is meant as a regular expression: it begins with {@code ^} or stands between slashes. */
    static boolean isRegular(String text) {
        return text.startsWith("^") || (text.length() > 2 && text.startsWith("/") && text.lastIndexOf('/') > 1);
    }

    /** Returns the patterns; none if no pattern means exactly the same. */
    static List<String> patterns(String text) {
        String expression = text;
        if (text.startsWith("/")) {
            int end = text.lastIndexOf('/');
            if (end < text.length() - 1) {
                // A flag, such as i, changes what it matches.
                return List.of();
            }
            expression = text.substring(1, end);
        }
        boolean begins = expression.startsWith("^");
        boolean ends = expression.endsWith("$") && !expression.endsWith("\\$");
        String body = expression.substring(begins ? 1 : 0, expression.length() - (ends ? 1 : 0));
        List<String> patterns = new ArrayList<>();
        for (String alternative : alternatives(body)) {
            Optional<String> literal = literal(alternative);
            if (literal.isEmpty() || literal.get().replace("*", "").isEmpty()) {
                return List.of();
            }
            String name = (begins ? "" : "*") + literal.get() + (ends ? "" : "*");
            patterns.add(name.replaceAll("\\*+", "*"));
        }
        return patterns;
    }

    // Alternatives stand in one group around the whole, or they would begin or end elsewhere than at the edges.
    private static List<String> alternatives(String body) {
        boolean isGroup = body.startsWith("(") && body.endsWith(")") && body.indexOf(')') == body.length() - 1;
        String inner = isGroup ? body.substring(body.startsWith("(?:") ? 3 : 1, body.length() - 1) : body;
        if (!isGroup && inner.indexOf('|') >= 0) {
            return List.of("|");
        }
        return List.of(inner.split("\\|", -1));
    }

    private static Optional<String> literal(String expression) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\' && i + 1 < expression.length() && !Character.isLetterOrDigit(expression.charAt(i + 1))) {
                name.append(expression.charAt(++i));
            } else if (c == '.' && i + 1 < expression.length() && expression.charAt(i + 1) == '*') {
                name.append('*');
                i++;
            } else if (SPECIAL.indexOf(c) >= 0) {
                return Optional.empty();
            } else {
                name.append(c);
            }
        }
        return Optional.of(name.toString());
    }
}
