package io.github.cookiecharter.goal;

import io.github.cookiecharter.model.JavaWords;

/** The name of the constants class where the build gives none. */
public final class DefaultClassName {

    private DefaultClassName() {}

    /**
     * {@code <groupId>.<artifactId>.Cookies}, with {@code _} for each character that Java forbids, before a digit and
     * after a keyword.
     */
    public static String of(String groupId, String artifactId) {
        StringBuilder name = new StringBuilder();
        String ids = groupId + "." + artifactId;
        int from = 0;
        while (from <= ids.length()) {
            int dot = ids.indexOf('.', from);
            int end = dot < 0 ? ids.length() : dot;
            append(ids.substring(from, end), name);
            from = end + 1;
        }
        return name.append("Cookies").toString();
    }

    private static void append(String part, StringBuilder name) {
        StringBuilder identifier = new StringBuilder(part.length() + 1);
        if (part.isEmpty() || isDigit(part.charAt(0))) {
            identifier.append('_');
        }
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '$';
            identifier.append(allowed ? c : '_');
        }
        if (JavaWords.isReserved(identifier.toString())) {
            identifier.append('_');
        }
        name.append(identifier).append('.');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
