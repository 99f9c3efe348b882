package io.github.cookiecharter.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.history.Release;
import io.github.cookiecharter.judge.Html;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.template.Templates;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that together show each text of a language: where one is not shown by them, no other test has seen it in HTML. */
class EveryTextTest {

    private static final Templates TEMPLATES = new Templates(Optional.empty());

    private static final String SITE = """
            site:
              name: Portal
              url: https://portal.example
              languages: [%s, %s]
            """;

    private static final String PEOPLE = """
              controller: Town of Example
              contact: privacy@portal.example
              privacy-policy: /privacy
              updated: 2026-11-02
            """;

    private static final String ALL = """
            policy: { columns: [provider, service, cookie, purpose, lifetime, party, kind, recipients] }
            providers:
              other:
                name: Other
                url: https://other.example
                country: US
                privacy-policy: https://other.example/privacy
                safeguard: Data Privacy Framework
            services:
              session:
                category: necessary
                name: Session
                purpose: Keep the visitor signed in
                cookies: { SID: { lifetime: session }, long: { lifetime: 2 years, renewed: true } }
              settings:
                category: preferences
                name: Settings
                purpose: Remember the colours
                retention: session
                cookies: { ui: { kind: local-storage }, tab: { kind: session-storage }, db: { kind: indexed-db } }
              own-audience:
                category: statistics
                name: Own figures
                purpose: Count the visits
                consent: exempt
                reason: Anonymous figures
                retention: persistent
                cookies: { "own.*": { lifetime: 1825 days } }
              audience:
                category: statistics
                provider: other
                name: Figures
                purpose: Count the visits in detail
                retention: 25 months
                cookies: { stat: { lifetime: 13 months, recipients: Researchers } }
              advertising:
                category: marketing
                provider: other
                name: Advertising
                purpose: Show advertising
                cookies:
                  ad: { lifetime: 3 months, domain: other.example }
                  https://other.example/p.gif: { kind: pixel }
              map: { category: marketing, provider: other, name: Map, purpose: Show a map, frames: [ "https://other.example/map/*" ] }
            """;

    private static final String NECESSARY = """
            services:
              session:
                category: necessary
                name: Session
                purpose: Keep the visitor signed in
                cookies: { SID: { lifetime: session } }
            """;

    private static final String EXEMPT = """
            categories: { statistics: { consent: exempt, reason: Anonymous figures } }
            services:
              audience:
                category: statistics
                name: Own figures
                purpose: Count the visits
                cookies: { own: { lifetime: 13 months } }
            """;

    private static final String SOME_EXEMPT = EXEMPT + """
              advertising:
                category: marketing
                name: Advertising
                purpose: Show advertising
                cookies: { ad: { lifetime: 3 months } }
              settings:
                category: preferences
                name: Settings
                purpose: Remember the colours
                consent: exempt
                reason: The visitor chose them
                cookies: { ui: { lifetime: session } }
            """;

    private static final String ADVERTISING = """
              advertising:
                category: marketing
                name: Advertising
                purpose: Show advertising
                provider: adequate
                cookies: { ad: { lifetime: 3 months } }
              map: { category: marketing, provider: inadequate, name: Map, purpose: Show a map, frames: [ "https://map.example/*" ] }
            providers:
              adequate: { name: Adequate, country: JP }
              inadequate: { name: Inadequate, country: IN }
            """;

    private static final String WITHOUT_BANNER = "banner: { runtime: none }\n";

    static Stream<String> languages() {
        return TestCharter.LANGUAGES.tags().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsOnAValidPage(String language) {
        StringBuilder shown = new StringBuilder();
        pages(language).forEach((page, html) -> {
            // The checker's guess of the language does not know Galician.
            assertThat(Html.check(html))
                    .as(page)
                    .filteredOn(problem -> !problem.contains("lang=\"gl\""))
                    .isEmpty();
            shown.append(html);
        });
        LanguageTexts texts = TestCharter.LANGUAGES.forTag(language).orElseThrow();
        Set<String> unseen = new TreeSet<>();
        for (String key : texts.keys()) {
            if (isOnPages(key) && !shown.toString().contains(escaped(longestPiece(texts.get(key))))) {
                unseen.add(key);
            }
        }
        assertThat(unseen).isEmpty();
    }

    private static Map<String, String> pages(String language) {
        String site = SITE.formatted(language, language.equals("en") ? "fr" : "en");
        Map<String, String> pages = new LinkedHashMap<>();
        for (String declaration : List.of(
                site + PEOPLE + ALL,
                site + "services: {}\n",
                site + NECESSARY,
                site + EXEMPT,
                site + SOME_EXEMPT,
                site + "  jurisdictions: [fr]\n" + NECESSARY + ADVERTISING,
                site + "services:\n" + ADVERTISING + WITHOUT_BANNER,
                site + "consent: { log: /privacy-choice, log-retention: 3 years }\nservices:\n" + ADVERTISING,
                site + EXEMPT + ADVERTISING + WITHOUT_BANNER,
                site + EXEMPT + WITHOUT_BANNER)) {
            Charter charter = TestCharter.of(declaration);
            for (Artefact artefact : new PolicyPages(charter, TestCharter.LANGUAGES, TEMPLATES).artefacts("")) {
                if (artefact.path().equals("policy." + language + ".html")) {
                    pages.put(declaration, new String(artefact.content(), StandardCharsets.UTF_8));
                }
            }
        }
        PolicyHistory history = PolicyHistory.in(language);
        for (List<Release> releases : List.of(history.releases(), List.<Release>of())) {
            for (Artefact artefact :
                    new PolicyPages(history.charter(), releases, TestCharter.LANGUAGES, TEMPLATES).artefacts("")) {
                if (artefact.path().equals("policy." + language + ".html")) {
                    pages.put("history of " + releases.size(), new String(artefact.content(), StandardCharsets.UTF_8));
                }
            }
        }
        return pages;
    }

    private static boolean isOnPages(String key) {
        boolean isBannerText = key.endsWith(".phrase");
        return !isBannerText
                && (key.startsWith("policy.") || key.startsWith("category.") || LanguageTexts.isTableText(key));
    }

    private static String longestPiece(String text) {
        return Stream.of(text.split("\\{[^}]*}"))
                .max(Comparator.comparing(String::length))
                .orElseThrow();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
    }
}
