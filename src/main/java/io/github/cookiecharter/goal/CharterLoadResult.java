package io.github.cookiecharter.goal;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.CharterResolver;
import io.github.cookiecharter.declaration.DeclarationReader;
import io.github.cookiecharter.declaration.DeclarationResult;
import io.github.cookiecharter.declaration.Parts;
import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The result of reading and resolving a declaration.
 *
 * @param charter the resolved charter; empty if errors prevent resolving it
 * @param diagnostics the errors and warnings for its author
 */
public record CharterLoadResult(Optional<Charter> charter, List<Diagnostic> diagnostics) {

    /**
     * Reads and resolves a declaration.
     *
     * @param translations the translators' files beside it
     * @param parts finds what it includes
     * @param source its file name, without its path
     */
    public static CharterLoadResult load(
            byte[] declaration, List<TranslationFile> translations, Parts parts, String source, Languages languages) {
        DeclarationResult result = new DeclarationReader(part -> overridableKeys(part, languages))
                .withTextsIn(languages::supports)
                .read(declaration, translations, parts);
        return new CharterLoadResult(
                result.declaration().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                CharterResolver.resolve(result.declaration().get(), source, languages)),
                result.diagnostics());
    }

    private static Set<String> overridableKeys(String part, Languages languages) {
        Optional<LanguageTexts> english = languages.forTag("en");
        return english.isEmpty() ? Set.of() : english.get().overridableKeys(part);
    }
}
