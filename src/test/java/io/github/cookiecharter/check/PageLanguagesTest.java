package io.github.cookiecharter.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.SourceLocation;
import io.github.cookiecharter.scan.model.CodePlace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageLanguagesTest {

    private static List<String> messages(String languages, String category) {
        String yaml = """
                site: { name: Shop, url: "https://shop.example", languages: [%s] }
                services:
                  audience: { category: %s, purpose: Counts visits, cookies: { visits: { lifetime: 1 day } } }
                """.formatted(languages, category);
        CodePlace.Text page = new CodePlace.Text("index.html", new SourcePosition(2, 1));
        return PageLanguages.findings(
                        TestCharter.of(yaml),
                        List.of(page),
                        (place, origin) -> new SourceLocation(origin + " " + place.text(), Optional.empty()))
                .stream()
                .map(finding -> finding.code().orElseThrow().text() + " " + finding.message())
                .toList();
    }

    @Test
    void onlyABannerInSeveralLanguagesNeedsThePagesLanguage() {
        assertThat(messages("fr, en", "statistics"))
                .containsExactly("own index.html:2:1 this page's element html has no attribute lang, so the banner uses"
                        + " 'fr', the first of the site's languages: name the page's language, such as"
                        + " <html lang=\"fr\">");
        assertThat(messages("fr", "statistics")).isEmpty();
        assertThat(messages("fr, en", "necessary")).isEmpty();
    }
}
