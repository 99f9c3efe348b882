package io.github.cookiecharter.yaml;

/**
 * A failure of the YAML parser: where and why it stopped.
 *
 * @param context the parser's description of what it was parsing; for {@link SyntaxMessages} only
 * @param problem the parser's description of the problem
 * @param contextOffset the offset where the construct begins
 * @param problemOffset the offset of the problem
 * @param preceding the tokens that precede the problem
 */
public record SyntaxFault(String context, String problem, int contextOffset, int problemOffset, Preceding preceding) {

    /**
     * The tokens that precede a fault.
     *
     * @param scalarOffset the offset of the last scalar, or -1
     * @param keyOffset the offset of the key of that scalar, or -1 if it has none
     */
    record Preceding(int scalarOffset, int keyOffset) {}

    static SyntaxFault unknown(int offset) {
        return new SyntaxFault("", "", offset, offset, new Preceding(-1, -1));
    }
}
