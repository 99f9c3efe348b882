package io.github.cookiecharter.charter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.model.StandardPurpose;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.catalogue.Rules;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code purpose: { standard: <id> }}, from the declaration to the charter. */
class StandardPurposeTest {

    private static final String SITE = """
            site:
              name: Shop
              url: https://shop.example
              languages: [%s]
            services:
              audience:
                category: statistics
                purpose: %s
                cookies:
                  visitor: { lifetime: 13 months }
                  variant: { purpose: %s, lifetime: 30 days }
            """;

    @Test
    void serviceAndCookieHaveTheBuiltInWordsOfEachLanguage() {
        Charter charter = TestCharter.of(
                SITE.formatted("en, fr-CA, no, de-CH", "{ standard: audience }", "{ standard: consent }"));

        assertThat(charter.gaps()).isEmpty();
        assertThat(words(charter, "visitor", "en")).isEqualTo("Count visits and see which pages are read");
        assertThat(words(charter, "visitor", "fr-CA"))
                .isEqualTo("Compter les visites et savoir quelles pages sont lues");
        assertThat(words(charter, "variant", "fr-CA")).isEqualTo("Retenir votre choix en matière de témoins");
        assertThat(words(charter, "variant", "no")).isEqualTo("Husker valget ditt om informasjonskapsler");
        assertThat(purpose(charter, "visitor").in("no").language()).isEqualTo("no");
    }

    @Test
    void theSitesOwnWordsTakePrecedence() {
        Charter charter = TestCharter.of(
                SITE.formatted("en, fr, fr-CA, de", "{ standard: audience, fr: Mesurer }", "{ standard: testing }"),
                TestCharter.texts("de", "services: { audience: { cookies: { variant: { purpose: Vergleichen } } } }"));

        assertThat(words(charter, "visitor", "en")).startsWith("Count visits");
        assertThat(words(charter, "visitor", "fr")).isEqualTo("Mesurer");
        assertThat(words(charter, "visitor", "fr-CA")).isEqualTo("Mesurer");
        assertThat(words(charter, "variant", "de")).isEqualTo("Vergleichen");
        assertThat(words(charter, "variant", "fr")).startsWith("Comparer");
    }

    @Test
    void aLanguageWithoutBuiltInTextsIsAGapThatTheSiteCanFill() {
        String yaml = SITE.formatted("en, ar", "{ standard: audience }", "{ standard: testing, ar: مقارنة }");

        Charter charter = TestCharter.of(yaml);

        assertThat(words(charter, "visitor", "ar")).isEqualTo("Count visits and see which pages are read");
        assertThat(purpose(charter, "visitor").in("ar").language()).isEqualTo("en");
        assertThat(words(charter, "variant", "ar")).isEqualTo("مقارنة");
        assertThat(charter.gaps())
                .filteredOn(gap -> gap.service().isPresent())
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.languages()).containsExactly("ar");
                    assertThat(gap.missing().get(0).path()).containsExactly("services", "audience", "purpose");
                    assertThat(gap.missing().get(0).words()).startsWith("Count visits");
                });
        Charter translated =
                TestCharter.of(yaml, TestCharter.texts("ar", "services: { audience: { purpose: إحصاء } }"));
        assertThat(words(translated, "visitor", "ar")).isEqualTo("إحصاء");
    }

    @Test
    void aDefaultLanguageWithoutBuiltInTextsNeedsWords() {
        assertThat(TestCharter.reading(SITE.formatted("ar, en", "{ standard: audience }", "{ standard: testing }"))
                        .diagnostics())
                .extracting(Diagnostic::message)
                .hasSize(2)
                .allMatch(message -> message.equals("the standard purposes have no text in the default language 'ar':"
                        + " add one beside 'standard', as 'ar: …'"));
        Charter charter = TestCharter.of(
                SITE.formatted("ar, en", "{ standard: audience, ar: إحصاء }", "{ standard: testing, ar: مقارنة }"));
        assertThat(words(charter, "visitor", "ar")).isEqualTo("إحصاء");
        assertThat(words(charter, "visitor", "en")).startsWith("Count visits");
    }

    /** The plugin does not recommend words to which its own rules object. */
    @Test
    void noRuleObjectsToTheWordsInAnyLanguage() {
        List<String> languages = TestCharter.LANGUAGES.tags();
        StringBuilder yaml = new StringBuilder("""
                site:
                  name: Shop
                  url: https://shop.example
                  languages: [%s]
                  jurisdictions: [eu, fr, de, es, it, nl, be, ie, at, lu, uk, ch]
                services:
                """.formatted(String.join(", ", languages)));
        for (StandardPurpose purpose : StandardPurpose.values()) {
            String id = purpose.word();
            yaml.append("  service-%s:\n    category: statistics\n    purpose: { standard: %s }\n".formatted(id, id));
            yaml.append("    cookies: { \"%s\": { lifetime: session } }\n".formatted(id));
        }
        Charter charter = TestCharter.of(yaml.toString());

        assertThat(charter.gaps()).isEmpty();
        assertThat(Rules.check(charter, List.of(), List.of(), Map.of()).findings())
                .extracting(Finding::rule)
                .doesNotContain("purpose-vague", "language-gap", "necessary-third-party");
        LanguageTexts maltese = TestCharter.LANGUAGES.forTag("mt").orElseThrow();
        assertThat(words(charter, "basket", "mt")).isEqualTo(maltese.get("purpose.basket"));
    }

    private static LocalizedText purpose(Charter charter, String cookie) {
        return charter.services().stream()
                .flatMap(service -> service.cookies().stream())
                .filter(each -> each.name().text().equals(cookie))
                .findFirst()
                .orElseThrow()
                .purpose();
    }

    private static String words(Charter charter, String cookie, String language) {
        return purpose(charter, cookie).textIn(language);
    }
}
