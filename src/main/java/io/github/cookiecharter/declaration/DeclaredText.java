package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Map;
import java.util.Optional;

/** A text as written: one string, or one string for each language. */
public sealed interface DeclaredText {

    /** Where the text was written. */
    SourcePosition at();

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
     * @param byLanguage by BCP 47 tag in canonical case ({@code fr}, {@code pt-BR}), in the order of the file, never
     *     empty
     * @param plain the plain form, where the languages stand in files of their own beside it
     * @param position where the text was written
     */
    record Localized(Map<String, String> byLanguage, Optional<String> plain, SourcePosition position)
            implements DeclaredText {}
}
