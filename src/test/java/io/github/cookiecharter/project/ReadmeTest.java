package io.github.cookiecharter.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.rule.catalogue.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's blocks to paste work, and so does what the usage page adds for the build cache. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path USAGE = Path.of("src/site/markdown/usage.md");

    private static String block(Path page, String language, String start) throws IOException {
        String text = Files.readString(page);
        int from = text.indexOf("```" + language + "\n" + start) + 4 + language.length();
        assertThat(from).as(page + ": " + start).isGreaterThan(4 + language.length());
        return text.substring(from, text.indexOf("```", from));
    }

    private static String version(String pom) {
        int from = pom.indexOf("<version>", pom.indexOf("<artifactId>cookie-charter-maven-plugin<")) + 9;
        return pom.substring(from, pom.indexOf('<', from));
    }

    @Test
    void theDeclarationHasNeitherErrorsNorWarnings() throws IOException {
        Charter charter = TestCharter.of(block(README, "yaml", "# yaml-language-server"));
        assertThat(charter.gaps()).isEmpty();
        assertThat(charter.hasBanner()).isTrue();
        assertThat(Files.readString(README))
                .contains("consent revision " + charter.consent().revision() + " -> target/");
    }

    @Test
    void theRulesThatItNamesExist() throws Exception {
        String pom = block(README, "xml", "<failOn>");
        for (String rule : List.of("unused", "purpose-vague")) {
            assertThat(pom).contains("<" + rule + ">");
            assertThat(Rules.knownIds()).contains(rule);
        }
    }

    @Test
    void theBuildCacheIsHeldToTheseVeryLines() throws IOException {
        String readme = block(README, "xml", "<plugin>");
        String plugin = readme.replace(
                        "</plugin>\n", block(USAGE, "xml", "<configuration>").indent(2) + "</plugin>\n")
                .replace(version(readme), "@project.version@");
        assertThat(Files.readString(Path.of("src-it/build-cache/declared/pom.xml")))
                .contains(plugin.indent(6));
        for (String line : block(USAGE, "xml", "<maven.build.cache").lines().toList()) {
            String property = line.substring(0, line.indexOf("  "));
            assertThat(List.of(
                            Files.readString(Path.of("src-it/build-cache/translated/pom.xml")),
                            Files.readString(Path.of("src-it/build-cache/checked/pom.xml"))))
                    .anyMatch(pom -> pom.contains(property));
        }
    }

    /** The example is built as its own integration project, with a pom that the README calls complete. */
    @Test
    void theExamplesPomHasTheseVeryLines() throws IOException {
        assertThat(Files.readString(Path.of("src-it/quickstart/pom.xml")))
                .contains(block(README, "xml", "<plugin>").indent(6));
    }

    @Test
    void everyPomNamesThisVersion() throws IOException {
        String version = version(Files.readString(Path.of("pom.xml")));
        assertThat(version(block(README, "xml", "<plugin>"))).isEqualTo(version);
        assertThat(version(Files.readString(Path.of("src-it/quickstart/pom.xml"))))
                .isEqualTo(version);
    }
}
