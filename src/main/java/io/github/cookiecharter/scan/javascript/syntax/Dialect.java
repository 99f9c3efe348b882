package io.github.cookiecharter.scan.javascript.syntax;

/**
 * What a script may contain besides ECMAScript.
 *
 * @param isTyped whether angle brackets behind a name may be the types of a call. Types behind a colon are skipped anyway.
 * @param hasJsx whether an angle bracket where an expression begins is an element of JSX, and no type
 */
public record Dialect(boolean isTyped, boolean hasJsx) {

    public static final Dialect JAVASCRIPT = new Dialect(false, true);
    public static final Dialect TYPESCRIPT = new Dialect(true, false);
    public static final Dialect TSX = new Dialect(true, true);

    /** The dialect of a file by its extension. */
    public static Dialect of(String extension) {
        return switch (extension) {
            case "ts", "mts", "cts" -> TYPESCRIPT;
            case "tsx", "vue", "svelte", "astro" -> TSX;
            default -> JAVASCRIPT;
        };
    }
}
