package io.github.cookiecharter.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Texts with placeholders in braces, such as <code>{site}</code>. */
public final class TextPlaceholders {

    private TextPlaceholders() {}

    /**
     * A piece of a text.
     *
     * @param isPlaceholder whether {@code text} is the name of a placeholder, without its braces
     */
    public record Piece(String text, boolean isPlaceholder) {}

    /**
     * Fills placeholders with values. A value is inserted literally: braces in it are not placeholders. A placeholder
     * without a value stays unchanged.
     */
    public static String fill(String text, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : split(text, values.keySet())) {
            filled.append(piece.isPlaceholder() ? values.get(piece.text()) : piece.text());
        }
        return filled.toString();
    }

    /** Splits a text at the placeholders with these names; other braces are literal text. */
    public static List<Piece> split(String text, Iterable<String> names) {
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int brace = text.indexOf('{'); brace >= 0; brace = text.indexOf('{', brace + 1)) {
            for (String name : names) {
                if (text.startsWith(name + "}", brace + 1)) {
                    addLiteral(text.substring(from, brace), pieces);
                    pieces.add(new Piece(name, true));
                    from = brace + name.length() + 2;
                    break;
                }
            }
        }
        addLiteral(text.substring(from), pieces);
        return List.copyOf(pieces);
    }

    private static void addLiteral(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, false));
        }
    }
}
