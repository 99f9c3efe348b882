package io.github.cookiecharter.template;

/** Text for formats without an encoding for characters that are no text. */
final class PlainText {

    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private PlainText() {}

    /** Returns text with a blank for each control and line break, and U+FFFD for each lone surrogate. */
    static String onOneLine(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR) {
                out.append(' ');
            } else {
                out.appendCodePoint(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c);
            }
        });
        return out.toString();
    }
}
