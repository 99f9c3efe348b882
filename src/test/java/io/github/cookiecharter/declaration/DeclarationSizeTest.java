package io.github.cookiecharter.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A declaration whose pages would be larger than a heap is rejected with one message. */
class DeclarationSizeTest {

    private static List<String> problems(String languages, String purpose, int cookies) {
        StringBuilder yaml = new StringBuilder("""
                site: { name: Shop, url: "https://shop.example", languages: [%s] }
                services:
                  audience:
                    category: statistics
                    purpose: %s
                    cookies:
                """.formatted(languages, purpose));
        for (int i = 0; i < cookies; i++) {
            yaml.append("      c").append(i).append(": { lifetime: session }\n");
        }
        return TestCharter.reading(yaml.toString()).diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(each -> each.position().line() + ": " + each.message())
                .toList();
    }

    @Test
    void aLargeSiteIsWithinTheLimits() {
        assertThat(problems("en, fr, de, it", "Counts the visits", 10_000)).isEmpty();
        assertThat(problems("en, fr, de, it", "long text ".repeat(42_000), 1)).isEmpty();
    }

    @Test
    void rowsAreCountedInEachLanguage() {
        assertThat(problems("en, fr, de, it, es, nl, pl, pt, sv, da", "Counts", 30_000))
                .containsExactly("1: the pages would have 300,010 rows, for each category, service and cookie in 10"
                        + " languages, and the limit is 300,000: declare cookies whose names begin alike as one, such as"
                        + " 'prefix_*', or divide the site's declaration");
    }

    @Test
    void aTextCountsForEachCookieThatShowsIt() {
        assertThat(problems("en", "x".repeat(100_000), 239))
                .singleElement()
                .asString()
                .startsWith("3: the pages would have 24,00")
                .contains(" characters of texts in 1 language, ")
                .endsWith(", and the limit is 24,000,000: shorten its texts, or give its cookies purposes of their own"
                        + " that are shorter");
    }

    /** Each check of a whole long text for each of its letters would take hours. */
    @Test
    void longTextsOfOtherScriptsAreComposed() {
        String text = "краткий ".repeat(100_000);
        String decomposed = text.replace("й", "и\u0306");
        assertThat(TextNormalizer.normalize(decomposed)).isEqualTo(text.strip());
        assertThat(TextNormalizer.normalize(text)).isEqualTo(text.strip());
    }
}
