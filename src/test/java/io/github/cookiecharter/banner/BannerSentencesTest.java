package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.goal.TestCharter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the banner says depends on what the site does: nothing that it says is false in any combination. */
class BannerSentencesTest {

    private static final String ADS = """
              ads: { category: marketing, provider: ads, purpose: Show advertisements, cookies: { _ad: { lifetime: 1 day } } }
            """;
    private static final String OWN = """
              ads: { category: marketing, purpose: Show advertisements, cookies: { _ad: { lifetime: 1 day } } }
            """;
    private static final String EXEMPT = """
              stats: { category: statistics, name: Visits, purpose: Count visits, consent: exempt, reason: It is anonymous,
                       objection: %s, cookies: { _st: { lifetime: 1 day } } }
            """;

    private static Charter charter(String site, String services) {
        return TestCharter.of("site: { name: Shop, url: https://shop.example" + site + " }\n"
                + "providers: { ads: { name: Ads Inc, country: US } }\n"
                + "services:\n" + services);
    }

    private static List<String> banner(Charter charter) {
        return words(sentences(charter).banner());
    }

    private static BannerSentences sentences(Charter charter) {
        BannerTexts texts = new BannerTexts(charter, TestCharter.LANGUAGES);
        return new BannerSentences(charter, texts, charter.site().defaultLanguage());
    }

    private static List<String> words(List<Phrase> phrases) {
        return phrases.stream().map(Phrase::text).toList();
    }

    private static BannerTexts texts(Charter charter) {
        return new BannerTexts(charter, TestCharter.LANGUAGES);
    }

    private static String description(Charter charter) {
        BannerTexts texts = texts(charter);
        return texts.get(texts.descriptionKey(), charter.site().defaultLanguage());
    }

    private static String preferences(Charter charter) {
        BannerTexts texts = texts(charter);
        return texts.get(texts.preferencesDescriptionKey(), charter.site().defaultLanguage());
    }

    @Test
    void purposesAreShortPhrases() {
        assertThat(description(charter("", ADS)))
                .contains("showing content from other platforms or advertising based on your visits");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { marketing: { name: Videos } }                      | Videos
            { marketing: { description: Films of the council. } } | Marketing
            """)
    void aSitesOwnWordsForACategoryAreItsPurpose(String categories, String expected) {
        Charter charter = charter("", ADS + "categories: " + categories + "\n");
        assertThat(description(charter)).contains("purposes: " + expected + ".");
    }

    @Test
    void withoutExemptServicesNoneIsNamed() {
        assertThat(banner(charter("", ADS))).noneMatch(sentence -> sentence.contains("consent"));
    }

    @Test
    void exemptServicesAreNamedWithWhatTheVisitorCanDo() {
        assertThat(banner(charter("", ADS + EXEMPT.formatted("false"))))
                .contains("Always in use, because no consent is needed: measuring how the site is used.");
        assertThat(banner(charter("", ADS + EXEMPT.formatted("true"))))
                .contains("In use without your consent, until you switch it off: measuring how the site is used.");
    }

    @Test
    void anExemptServiceBesideOneThatAsksIsNamedByItsName() {
        String services = EXEMPT.formatted("true") + """
                  more: { category: statistics, purpose: Follow visits, cookies: { _more: { lifetime: 1 day } } }
                """;
        assertThat(banner(charter("", services)))
                .contains("In use without your consent, until you switch it off: Visits.");
    }

    @Test
    void thePreferencesSayWhatCanBeSwitchedOff() {
        assertThat(preferences(charter("", ADS))).doesNotContain("switch them off");
        assertThat(preferences(charter("", ADS + EXEMPT.formatted("false")))).doesNotContain("switch them off");
        assertThat(preferences(charter("", ADS + EXEMPT.formatted("true"))))
                .contains("you can switch them off, except those that are always active", "All others stay off");
    }

    @Test
    void aSiteThatAsksForNothingSaysSo() {
        Charter charter = charter("", EXEMPT.formatted("true"));
        assertThat(description(charter)).isEqualTo("Shop uses only cookies that need no consent.");
        assertThat(preferences(charter)).doesNotContain("All others stay off");
        assertThat(words(sentences(charter).preferences())).noneMatch(sentence -> sentence.contains("withdraw"));
    }

    @Test
    void aSitesOwnDescriptionReplacesItsVariants() {
        String own = "banner: { texts: { description: Hello, preferences-description: Choose } }\n";
        Charter exempt = charter("", EXEMPT.formatted("true") + own);
        assertThat(List.of(description(exempt), preferences(exempt))).containsExactly("Hello", "Choose");
    }

    @Test
    void theBannerSaysWhetherOthersReceiveData() {
        assertThat(banner(charter("", OWN))).contains("The cookies come from this site alone.");
        assertThat(sentences(charter("", OWN)).providersLink()).isEmpty();
        assertThat(banner(charter("", ADS))).contains("The cookies come from this site and from other providers.");
        assertThat(sentences(charter("", ADS)).providersLink()).hasValue(new Phrase("List of providers (1)", "en"));
    }

    @Test
    void theListOfProvidersIsThatOfThePolicy() {
        assertThat(sentences(charter("", ADS)).providersAddress("policy.en.html"))
                .isEqualTo("policy.en.html#cookie-charter-section-cookies");
        assertThat(sentences(charter("", ADS)).providersAddress("/cookies#list"))
                .isEqualTo("/cookies#list");
        assertThat(sentences(charter("", ADS + "policy: { sections: [intro, contact] }\n"))
                        .providersAddress("/cookies"))
                .isEqualTo("/cookies");
    }

    @Test
    void theControllerIsNamed() {
        assertThat(banner(charter(", controller: Shop Ltd", ADS)))
                .anyMatch(sentence -> sentence.endsWith(": Shop Ltd."));
        assertThat(banner(charter(", controller: Shop & Co.", ADS)))
                .anyMatch(sentence -> sentence.endsWith(": Shop & Co."));
    }

    @Test
    void storageIsNamedWhereThereIsAny() {
        String sentence = "This also applies to similar techniques.";
        assertThat(banner(charter("", ADS))).doesNotContain(sentence);
        assertThat(banner(charter("", ADS.replace("lifetime: 1 day", "kind: local-storage"))))
                .contains(sentence);
    }

    @Test
    void italyWantsACrossThatRefuses() {
        Charter italian = charter(", jurisdictions: [it], languages: [it]", ADS);
        assertThat(banner(italian)).first().asString().startsWith("Chiudendo questo avviso con la X si rifiuta");
        assertThat(banner(charter(", jurisdictions: [fr]", ADS))).noneMatch(sentence -> sentence.contains("the X"));
    }

    @Test
    void thePreferencesNameTheRightsOfVisitors() {
        assertThat(words(sentences(charter(", jurisdictions: [fr], languages: [fr]", ADS))
                        .preferences()))
                .contains(
                        "Le retrait de votre consentement ne remet pas en cause ce qui a été fait auparavant.",
                        "Base légale\u00a0: article 82 de la loi Informatique et Libertés, article 6.1.a du RGPD",
                        "Vous pouvez déposer une réclamation auprès de l’autorité de protection des données\u00a0:"
                                + " Commission nationale de l'informatique et des libertés (CNIL).");
    }

    @Test
    void californiansReadThatTheirSignalIsHonoured() {
        assertThat(texts(charter(", jurisdictions: [us-ca]", ADS)).signal("en"))
                .startsWith("Opt-Out Request Honored. Your browser sends");
        assertThat(texts(charter("", ADS)).signal("en")).startsWith("Your browser sends");
    }
}
