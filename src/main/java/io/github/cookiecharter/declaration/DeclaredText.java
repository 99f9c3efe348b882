package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Map;
import java.util.Optional;

/** A text as written: one string, or one string for each language. */
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
}
