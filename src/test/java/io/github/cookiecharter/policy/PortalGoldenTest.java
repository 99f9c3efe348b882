package io.github.cookiecharter.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.CharterResolver;
import io.github.cookiecharter.declaration.DeclarationReader;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.project.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pages of a real charter, to be read by a person whenever they change. {@code -Dcookie-charter.rewrite=true} writes them
 * anew.
 */
class PortalGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/github/cookiecharter/policy");

    @ParameterizedTest
    @ValueSource(strings = {"policy.fr.html", "policy.en.html", "policy.fr.fragment.html"})
    void thePageIsAsItWasRead(String file) throws IOException {
        Golden.check(FOLDER.resolve(file), PolicyPagesTest.files(portal()).get(file));
    }

    private static Charter portal() throws IOException {
        Languages languages = Languages.builtIn();
        LanguageTexts english = languages.forTag("en").orElseThrow();
        DeclarationReader reader =
                new DeclarationReader(english.overridableKeys("policy"), english.overridableKeys("banner"));
        var result = reader.read(Files.readAllBytes(FOLDER.resolve("opendatasoft.yaml")));
        assertThat(result.diagnostics()).isEmpty();
        return CharterResolver.resolve(result.declaration().orElseThrow(), "opendatasoft.yaml", languages);
    }
}
