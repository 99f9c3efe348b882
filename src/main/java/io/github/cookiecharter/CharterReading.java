package io.github.cookiecharter;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.CharterResolver;
import io.github.cookiecharter.declaration.DeclarationReader;
import io.github.cookiecharter.declaration.Reading;
import io.github.cookiecharter.declaration.TextsFile;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.language.Texts;
import io.github.cookiecharter.vocabulary.Problem;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A declaration read and resolved.
 *
 * @param charter what it means; empty where its problems leave nothing to go on with
 * @param problems what its author should change
 */
record CharterReading(Optional<Charter> charter, List<Problem> problems) {

    /**
     * Reads a declaration.
     *
     * @param texts the translators' files beside it
     * @param source its file name, without its path
     */
    static CharterReading of(byte[] declaration, List<TextsFile> texts, String source, Languages languages) {
        Reading reading = new DeclarationReader(part -> keys(part, languages)).read(declaration, texts);
        return new CharterReading(
                reading.declaration().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                CharterResolver.resolve(reading.declaration().get(), source, languages)),
                reading.problems());
    }

    private static Set<String> keys(String part, Languages languages) {
        Optional<Texts> english = languages.forTag("en");
        return english.isEmpty() ? Set.of() : english.get().overridableKeys(part);
    }
}
