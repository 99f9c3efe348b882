package io.github.cookiecharter.goal;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.CharterResolver;
import io.github.cookiecharter.declaration.DeclarationReader;
import io.github.cookiecharter.declaration.DeclarationResult;
import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.language.Languages;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A charter from YAML, the whole way that the plugin goes. */
public final class TestCharter {

    public static final Languages LANGUAGES = Languages.builtIn();

    private TestCharter() {}

    /** The charter of a declaration that must be without errors. */
    public static Charter of(String yaml, TranslationFile... files) {
        DeclarationResult result = reading(yaml, files);
        return CharterResolver.resolve(
                result.declaration().orElseThrow(() -> new AssertionError(result.diagnostics())),
                "cookies.yaml",
                LANGUAGES);
    }

    /** A translator's file beside the declaration. */
    public static TranslationFile texts(String tag, String yaml) {
        return new TranslationFile("cookies." + tag + ".yaml", tag, yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** What the reader makes of the text. */
    public static DeclarationResult reading(String yaml, TranslationFile... files) {
        LanguageTexts english = LANGUAGES.forTag("en").orElseThrow();
        return new DeclarationReader(english.overridableKeys("policy"), english.overridableKeys("banner"))
                .withTextsIn(LANGUAGES::supports)
                .read(yaml.getBytes(StandardCharsets.UTF_8), List.of(files));
    }
}
