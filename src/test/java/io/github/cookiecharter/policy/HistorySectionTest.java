package io.github.cookiecharter.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.history.Audience;
import io.github.cookiecharter.history.CharterSnapshot;
import io.github.cookiecharter.history.Release;
import io.github.cookiecharter.history.ReleaseHistory;
import io.github.cookiecharter.judge.Html;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.project.Golden;
import io.github.cookiecharter.report.CharterJson;
import io.github.cookiecharter.template.Templates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The section that says what changed, in each language, to be read by a person whenever it changes. */
class HistorySectionTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/github/cookiecharter/policy/history");

    private static String content(List<Artefact> artefacts, String file) {
        Artefact found = artefacts.stream()
                .filter(artefact -> artefact.path().equals(file))
                .findFirst()
                .orElseThrow();
        return new String(found.content(), StandardCharsets.UTF_8);
    }

    @Test
    void theMarkdownOfEveryLanguageIsAsItWasRead() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String language : TestCharter.LANGUAGES.tags()) {
            PolicyHistory history = PolicyHistory.in(language);
            String markdown = content(
                    PolicyMarkdown.artefacts(history.charter(), history.releases(), TestCharter.LANGUAGES),
                    "policy." + language + ".md");
            String section = markdown.substring(markdown.indexOf("## "), markdown.lastIndexOf("\n\n*Generated"));
            all.append(language).append("\n\n").append(section).append("\n\n");
        }
        Golden.check(FOLDER.resolve("history.md"), all.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "ar"})
    void thePageIsAsItWasRead(String language) throws IOException {
        PolicyHistory history = PolicyHistory.in(language);
        String file = "policy." + language + ".fragment.html";
        String fragment = content(
                new PolicyPages(
                                history.charter(),
                                history.releases(),
                                TestCharter.LANGUAGES,
                                new Templates(Optional.empty()))
                        .artefacts(""),
                file);
        Golden.check(FOLDER.resolve(file), fragment);
    }

    /** An archive may contain what no declaration allows. */
    @Test
    void aTextOfTheArchiveIsEncoded() throws IOException {
        PolicyHistory history = PolicyHistory.in("en");
        String json = new String(CharterJson.generate(history.charter()).content(), StandardCharsets.UTF_8);
        String hostile = json.replace("Figures", "<img src=x onerror=alert(1)>|\\u0007{{x}}")
                .replace("\"audience\"", "\"gone\"");
        List<Release> releases = ReleaseHistory.of(
                List.of(new ReleaseHistory.Recorded(
                        LocalDate.of(2026, 1, 1), CharterSnapshot.read(hostile.getBytes(StandardCharsets.UTF_8)))),
                CharterJson.snapshot(history.charter()),
                5,
                Audience.VISITORS::isConcernedBy);
        String page = content(
                new PolicyPages(history.charter(), releases, TestCharter.LANGUAGES, new Templates(Optional.empty()))
                        .artefacts(""),
                "policy.en.html");
        assertThat(page).contains("&lt;img src=x onerror=alert(1)&gt;").doesNotContain("<img");
        assertThat(Html.check(page)).isEmpty();
        assertThat(content(
                        PolicyMarkdown.artefacts(history.charter(), releases, TestCharter.LANGUAGES), "policy.en.md"))
                .contains("- No longer used: \\<img src=x onerror=alert(1)\\>\\|");
    }

    @Test
    void withoutAChangeTheSectionSaysSo() {
        PolicyHistory history = PolicyHistory.in("en");
        String page = content(
                new PolicyPages(history.charter(), List.of(), TestCharter.LANGUAGES, new Templates(Optional.empty()))
                        .artefacts(""),
                "policy.en.html");
        assertThat(page).contains("<p>Nothing has changed so far.</p>");
        assertThat(Html.check(page)).isEmpty();
    }
}
