package io.github.cookiecharter.imports.format;

import java.util.Locale;

/** Makes ids of a declaration from names. */
public final class Ids {

    private static final int LONGEST = 60;

    private Ids() {}

    /** Returns the id for a name. */
    public static String of(String name) {
        StringBuilder id = new StringBuilder();
        for (char c : LifetimeWords.fold(name).toLowerCase(Locale.ROOT).toCharArray()) {
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                id.append(c);
            } else if (!id.isEmpty() && id.charAt(id.length() - 1) != '-') {
                id.append('-');
            }
        }
        if (id.length() > LONGEST) {
            id.setLength(LONGEST);
        }
        while (!id.isEmpty() && id.charAt(id.length() - 1) == '-') {
            id.setLength(id.length() - 1);
        }
        return id.isEmpty() ? "service" : id.toString();
    }
}
