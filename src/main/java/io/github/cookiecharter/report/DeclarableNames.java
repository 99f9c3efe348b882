package io.github.cookiecharter.report;

import io.github.cookiecharter.model.Kind;
import java.text.Normalizer;

/** Checks names that are written to YAML for pasting: an invalid one would make the whole declaration invalid. */
public final class DeclarableNames {

    // YAML limits a key to 1024 characters, and each character of a name may need an escape.
    private static final int MAX_LENGTH = 500;

    private DeclarableNames() {}

    /** Returns whether a declaration accepts the name for this kind. */
    public static boolean accepts(String name, Kind kind) {
        boolean literal = false;
        int last = name.isEmpty() ? 0 : name.codePointBefore(name.length());
        for (int i = 0; i < name.length(); ) {
            int c = name.codePointAt(i);
            boolean atEdge = i == 0 || (i + Character.charCount(c) == name.length() && c == last);
            i += Character.charCount(c);
            boolean inside = c == ' ' && !atEdge;
            if (kind == Kind.COOKIE ? !isToken(c) : !isVisible(c) && !inside) {
                return false;
            }
            literal |= c != '*';
        }
        return literal && name.length() <= MAX_LENGTH && Normalizer.isNormalized(name, Normalizer.Form.NFC);
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    // RFC 6265 refers to the token of RFC 7230.
    private static boolean isToken(int c) {
        return c > ' ' && c < 0x7f && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0;
    }
}
