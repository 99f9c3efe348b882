package io.github.cookiecharter.declaration;

import io.github.cookiecharter.vocabulary.Position;
import java.util.Map;
import java.util.Optional;

/** A text as written: one string, or one string for each language. */
public sealed interface Text {

    /** Where the text was written. */
    Position at();

    /**
     * One string.
     *
     * @param value never empty
     * @param at where it was written
     */
    record Plain(String value, Position at) implements Text {}

    /**
     * One string for each language.
     *
     * @param byLanguage by BCP 47 tag in canonical case ({@code fr}, {@code pt-BR}), in the order of the file, never
     *     empty
     * @param plain the plain form, where the languages stand in files of their own beside it
     * @param at where the text was written
     */
    record Localized(Map<String, String> byLanguage, Optional<String> plain, Position at) implements Text {}
}
