package io.github.cookiecharter.yaml;

/**
 * Where and why the YAML parser gave up.
 *
 * @param context what the parser was at, in its own words, for {@link SyntaxMessages} alone
 * @param problem what it found, in its own words
 * @param contextAt the offset where what it was at began
 * @param problemAt the offset of what it stumbled over
 * @param before what it had read just before
 */
public record SyntaxFault(String context, String problem, int contextAt, int problemAt, Before before) {

    /**
     * What was read before the fault.
     *
     * @param scalarAt the offset of the last value, or -1
     * @param keyAt the offset of the key right before that value, or -1 where it has none
     */
    record Before(int scalarAt, int keyAt) {}

    static SyntaxFault unknown(int at) {
        return new SyntaxFault("", "", at, at, new Before(-1, -1));
    }
}
