package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.output.WebManifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The hash of what visitors are shown, where the site has a consent log. */
class ShownHashTest {

    private static final String YAML = """
            site: { name: Acme, url: https://acme.example }
            consent: { log: /privacy-choice, log-retention: 3 years }
            services:
              audience:
                category: statistics
                purpose: Count the visits of the site
                cookies: { hits: { lifetime: 1 month } }
            """;

    private static final Pattern HASH = Pattern.compile("data-cookie-charter-hash=\"([0-9a-f]{64})\"");

    @Test
    void theTagOfTheBannerNamesTheWebFilesAsTheyArePublished() {
        List<Artefact> artefacts = artefacts(YAML);
        String hash = hashIn(text(artefacts, "head.html"));
        Map<String, String> published = new TreeMap<>();
        for (Artefact artefact : artefacts) {
            Optional<String> name = WebManifest.nameOf(artefact);
            if (name.isPresent() && !WebManifest.HEAD_FILES.contains(name.get())) {
                published.put(name.get(), WebManifest.hashOf(artefact.content(), hash));
            }
        }
        assertThat(published).containsKeys("cookie-charter/banner.js", "cookie-charter/policy.en.html");
        assertThat(hash).isEqualTo(WebManifest.of(published).hash());
        assertThat(hashIn(text(artefacts, "policy.en.html"))).isEqualTo(hash);
        assertThat(text(artefacts, "head.js")).contains("\"data-cookie-charter-hash\": \"" + hash + "\"");
        for (Artefact artefact : artefacts) {
            assertThat(new String(artefact.content(), StandardCharsets.ISO_8859_1))
                    .as(artefact.path())
                    .doesNotContain(WebManifest.PLACEHOLDER);
        }
    }

    @Test
    void anotherWordIsAnotherHash() {
        assertThat(hashIn(text(artefacts(YAML.replace("Count", "Counts")), "head.html")))
                .isNotEqualTo(hashIn(text(artefacts(YAML), "head.html")));
    }

    @Test
    void withoutALogNothingIsSaidOfIt() {
        List<Artefact> artefacts = artefacts(YAML.replaceFirst("consent: .*\n", ""));
        assertThat(artefacts).noneMatch(each -> each.path().equals("choice-report.schema.json"));
        for (String name : List.of("head.html", "head.js", "banner.js", "policy.en.html", "charter.json")) {
            assertThat(text(artefacts, name)).doesNotContain("cookie-charter-hash", "privacy-choice", "_log");
        }
    }

    private static List<Artefact> artefacts(String yaml) {
        return WholePipeline.run(yaml.getBytes(StandardCharsets.UTF_8), List.of())
                .artefacts();
    }

    private static String text(List<Artefact> artefacts, String name) {
        return artefacts.stream()
                .filter(each ->
                        each.root() == OutputRoot.WEB_PATH && each.path().equals(name))
                .map(each -> new String(each.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static String hashIn(String html) {
        Matcher matcher = HASH.matcher(html);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
