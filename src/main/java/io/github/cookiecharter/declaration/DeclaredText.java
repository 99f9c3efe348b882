package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.StandardPurpose;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Map;
import java.util.Optional;

/** A text as written: one string, one string for each language, or the id of a standard purpose. */
public sealed interface DeclaredText {

    /** Returns the position of the text. */
    SourcePosition position();

    /**
     * One string.
     *
     * @param value never empty
     * @param position where it was written
     */
    record Plain(String value, SourcePosition position) implements DeclaredText {}

    /**
     * One string for each language.
     *
     * @param byLanguage the texts by BCP 47 tag in canonical case ({@code fr}, {@code pt-BR}), in the order of the
     *     file, never empty
     * @param plain the plain string of the declaration, if the languages come from translation files
     * @param position where the text was written
     */
    record Localized(Map<String, String> byLanguage, Optional<String> plain, SourcePosition position)
            implements DeclaredText {}

    /**
     * A standard purpose, which has a built-in sentence in each language with built-in texts.
     *
     * @param purpose the standard purpose
     * @param byLanguage the site's own words by BCP 47 tag in canonical case, which take precedence; may be empty
     * @param position where the text was written
     */
    record Standard(StandardPurpose purpose, Map<String, String> byLanguage, SourcePosition position)
            implements DeclaredText {}
}
