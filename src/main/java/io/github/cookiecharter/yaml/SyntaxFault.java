package io.github.cookiecharter.yaml;

/**
 * Where and why the YAML parser gave up.
 *
 * @param context what the parser was at, in its own words, for {@link SyntaxMessages} alone
 * @param problem what it found, in its own words
 * @param contextOffset the offset where what it was at began
 * @param problemOffset the offset of what it stumbled over
 * @param preceding what it had read just before
 */
public record SyntaxFault(String context, String problem, int contextOffset, int problemOffset, Preceding preceding) {

    /**
     * What was read before the fault.
     *
     * @param scalarOffset the offset of the last value, or -1
     * @param keyOffset the offset of the key right before that value, or -1 where it has none
     */
    record Preceding(int scalarOffset, int keyOffset) {}

    static SyntaxFault unknown(int offset) {
        return new SyntaxFault("", "", offset, offset, new Preceding(-1, -1));
    }
}
