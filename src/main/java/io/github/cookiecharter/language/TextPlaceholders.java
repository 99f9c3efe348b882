package io.github.cookiecharter.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Texts with names in braces, such as <code>{site}</code>, that stand for something else. */
public final class TextPlaceholders {

    private TextPlaceholders() {}

    /**
     * A piece of a text.
     *
     * @param isPlaceholder whether {@code text} is the name of a placeholder, without its braces
     */
    public record Piece(String text, boolean isPlaceholder) {}

    /**
     * Puts the values in the placeholders' places. A value is inserted as it is: braces in it stay braces. A name
     * without a value stays as it was written.
     */
    public static String fill(String text, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : split(text, values.keySet())) {
            filled.append(piece.isPlaceholder() ? values.get(piece.text()) : piece.text());
        }
        return filled.toString();
    }

    /** The text in pieces, with only these names taken for placeholders. */
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
