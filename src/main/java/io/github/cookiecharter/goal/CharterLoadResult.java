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
 * @param isPart whether it is a part, without {@code site}
 */
public record CharterLoadResult(Optional<Charter> charter, List<Diagnostic> diagnostics, boolean isPart) {

    /**
     * Reads and resolves the declaration of a site.
     *
     * @param translations the translators' files beside it
     * @param parts finds what it includes
     * @param source its file name, without its path
     */
    public static CharterLoadResult load(
            byte[] declaration, List<TranslationFile> translations, Parts parts, String source, Languages languages) {
        return resolve(reader(languages).read(declaration, translations, parts), source, languages);
    }

    /** Reads and resolves the declaration of a site, or a part, in the same way. */
    static CharterLoadResult loadSiteOrPart(
            byte[] declaration, List<TranslationFile> translations, Parts parts, String source, Languages languages) {
        return resolve(reader(languages).acceptingParts().read(declaration, translations, parts), source, languages);
    }

    private static DeclarationReader reader(Languages languages) {
        return new DeclarationReader(part -> overridableKeys(part, languages)).withTextsIn(languages::supports);
    }

    private static CharterLoadResult resolve(DeclarationResult result, String source, Languages languages) {
        return new CharterLoadResult(
                result.declaration().isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                CharterResolver.resolve(result.declaration().get(), source, languages)),
                result.diagnostics(),
                result.isPart());
    }

    private static Set<String> overridableKeys(String part, Languages languages) {
        Optional<LanguageTexts> english = languages.forTag("en");
        return english.isEmpty() ? Set.of() : english.get().overridableKeys(part);
    }
}
