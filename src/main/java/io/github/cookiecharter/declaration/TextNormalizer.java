package io.github.cookiecharter.declaration;

import java.text.Normalizer;

/**
 * Normalises a text to one paragraph: without surrounding blanks, with each inner line break as a space, and in Unicode
 * normalisation form C, as HTML recommends (some editors write an e and an accent for é).
 */
final class TextNormalizer {

    private TextNormalizer() {}

    static String normalize(String text) {
        String trimmed = compose(text.strip());
        if (!containsLineBreak(trimmed)) {
            return trimmed;
        }
        StringBuilder paragraph = new StringBuilder();
        int i = 0;
        while (i < trimmed.length()) {
            int end = i;
            while (Character.isWhitespace(trimmed.charAt(end)) || trimmed.charAt(end) == 0x85) {
                end++;
            }
            String blanks = trimmed.substring(i, end);
            paragraph.append(containsLineBreak(blanks) ? " " : blanks).append(trimmed.charAt(end));
            i = end + 1;
        }
        return paragraph.toString();
    }

    private static String compose(String text) {
        // Characters below U+0300 are composed already, so most texts never load the normaliser.
        boolean mayBeDecomposed = text.chars().anyMatch(c -> c >= 0x300);
        return mayBeDecomposed ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
    }

    /** Returns whether the text has only blanks and invisible format characters. */
    static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && Character.getType(c) != Character.FORMAT) {
                return false;
            }
        }
        return true;
    }

    private static boolean containsLineBreak(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\n', '\r', 0x0B, '\f', 0x85, 0x2028, 0x2029 -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
