package io.github.cookiecharter.goal;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.CharterResolver;
import io.github.cookiecharter.declaration.DeclarationReader;
import io.github.cookiecharter.declaration.DeclarationResult;
import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A declaration read and resolved.
 *
 * @param charter what it means; empty where its problems leave nothing to go on with
 * @param diagnostics what its author should change
 */
record CharterLoadResult(Optional<Charter> charter, List<Diagnostic> diagnostics) {

    /**
     * Reads a declaration.
     *
     * @param texts the translators' files beside it
     * @param source its file name, without its path
     */
    static CharterLoadResult of(byte[] declaration, List<TranslationFile> texts, String source, Languages languages) {
        DeclarationResult result = new DeclarationReader(part -> keys(part, languages)).read(declaration, texts);
        return new CharterLoadResult(
                result.declaration().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                CharterResolver.resolve(result.declaration().get(), source, languages)),
                result.diagnostics());
    }

    private static Set<String> keys(String part, Languages languages) {
        Optional<LanguageTexts> english = languages.forTag("en");
        return english.isEmpty() ? Set.of() : english.get().overridableKeys(part);
    }
}
