package io.github.cookiecharter.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts in files of their own are as good as those in the declaration, and their problems name their file. */
class TranslationMergerTest {

    private static final String SHOP = """
            site: { name: Shop, url: "https://shop.example", languages: [en, fr, de] }
            providers:
              lab: { name: Lab, country: FR, safeguard: Contract }
            services:
              audience:
                category: statistics
                provider: lab
                name: Audience
                purpose: { en: Count visits, de: Besuche zählen }
                cookies:
                  _pk_id.*: { lifetime: 13 months, recipients: Nobody }
            """;

    private static final String FRENCH = """
            site: { name: Boutique }
            categories:
              statistics: { name: Mesure d’audience }
            providers:
              lab: { safeguard: Contrat }
            services:
              audience:
                name: Audience du site
                purpose: Compter les visites
                cookies:
                  _pk_id.*: { recipients: Personne }
            policy:
              texts:
                title: Nos cookies
                column.cookie: Traceur
            """;

    @Test
    void textsOfAFileAreMergedIntoTheDeclaration() {
        Charter charter = TestCharter.of(SHOP, TestCharter.texts("fr", FRENCH));

        assertThat(charter.site().name().in("fr")).isEqualTo(new Phrase("Boutique", "fr"));
        assertThat(charter.site().name().in("de")).isEqualTo(new Phrase("Shop", ""));
        Charter.Category statistics = charter.categories().get(1);
        assertThat(statistics.name().in("fr")).isEqualTo(new Phrase("Mesure d’audience", "fr"));
        assertThat(statistics.name().in("en")).isEqualTo(new Phrase("Statistics", "en"));
        Charter.Service audience = statistics.services().get(0);
        assertThat(audience.purpose().orElseThrow().in("fr")).isEqualTo(new Phrase("Compter les visites", "fr"));
        assertThat(audience.purpose().orElseThrow().in("de")).isEqualTo(new Phrase("Besuche zählen", "de"));
        assertThat(audience.cookies().get(0).recipients().orElseThrow().in("fr"))
                .isEqualTo(new Phrase("Personne", "fr"));
        assertThat(charter.providers().get(0).safeguard().orElseThrow().in("en"))
                .isEqualTo(new Phrase("Contract", "en"));
        assertThat(charter.policy().texts().get("title").in("en")).isEqualTo(new Phrase("Cookie policy", "en"));
        assertThat(charter.policy().texts().get("title").in("fr")).isEqualTo(new Phrase("Nos cookies", "fr"));
        assertThat(charter.gaps())
                .extracting(gap -> gap.text().orElse("") + " " + gap.languages())
                .containsExactlyInAnyOrder(
                        "provider 'lab': its safeguard [de]", "cookie '_pk_id.*': its recipients [de]");
    }

    @Test
    void theAuthorityAndTheAskerHaveTextsToo() {
        Charter charter = TestCharter.of(
                SHOP.replace("site: {", "site: { authority: { name: Authority },")
                        + "consent: { asked-by: The portal }\nbanner: { runtime: none }\n",
                TestCharter.texts("fr", """
                        site: { authority: { name: Autorité } }
                        consent: { asked-by: Le portail }
                        """));

        assertThat(charter.site().authorities().get(0).name().textIn("fr")).isEqualTo("Autorité");
        assertThat(charter.consent().askedBy().orElseThrow().name().textIn("fr"))
                .isEqualTo("Le portail");
    }

    @Test
    void aFileWithoutTextsChangesNothing() {
        assertThat(TestCharter.of(SHOP, TestCharter.texts("fr", "# later\n"))).isEqualTo(TestCharter.of(SHOP));
    }

    @Test
    void everyDiagnosticNamesItsFile() {
        assertThat(messages("fr", """
                        site:
                          url: https://boutique.example
                          nom: Boutique
                        services:
                          audiance: { purpose: Compter }
                          audience:
                            lifetime: 3 days
                            purpose: { fr: Compter les visites }
                            cookies:
                              _pk_id: { recipients: Personne }
                        policy:
                          texts:
                            titel: Nos cookies
                            title:
                        """))
                .containsExactly(
                        "cookies.fr.yaml:[2,3] 'url' is no text: it stands in the declaration alone, so remove it here",
                        "cookies.fr.yaml:[3,3] unknown key 'nom' in 'site': known here are authority, controller, cookie-policy, name,"
                                + " privacy-policy",
                        "cookies.fr.yaml:[5,3] unknown service 'audiance': did you mean 'audience'?",
                        "cookies.fr.yaml:[7,5] unknown key 'lifetime' in service 'audience': known here are cookies, location, name,"
                                + " purpose, reason",
                        "cookies.fr.yaml:[8,14] 'purpose' must be a single text here, not a mapping: its language is the one"
                                + " in the file's name",
                        "cookies.fr.yaml:[10,7] unknown cookie '_pk_id': known here is only _pk_id.*",
                        "cookies.fr.yaml:[13,5] unknown text 'titel' in policy: did you mean 'title'?",
                        "cookies.fr.yaml:[14,5] there is no value after the key 'title': give it a value, or remove it");
    }

    @Test
    void duplicateTextsAreReported() {
        assertThat(messages("de", "services: { audience: { purpose: Zählen } }"))
                .containsExactly(
                        "cookies.de.yaml:[1,25] 'purpose' has a text in 'de' already, in the declaration on line 9:"
                                + " remove one of the two");
        assertThat(messages("en", "services: { audience: { name: Visits } }"))
                .containsExactly(
                        "cookies.en.yaml:[1,25] 'name' has a text in 'en' already, in the declaration on line 8:"
                                + " remove one of the two");
        assertThat(problems(
                        TestCharter.reading(SHOP, TestCharter.texts("FR", FRENCH), TestCharter.texts("fr", FRENCH))))
                .hasSize(8)
                .contains("cookies.fr.yaml:[9,5] 'purpose' has a text in 'fr' already, in cookies.FR.yaml on line 9:"
                        + " remove one of the two");
    }

    @Test
    void fileLanguagesMustBeSiteLanguages() {
        assertThat(messages("it", FRENCH))
                .containsExactly(
                        "cookies.it.yaml:[1,1] the file's name says 'it', which serves none of the site's languages"
                                + " (en, fr, de): add it to 'languages', or rename the file");
    }

    @Test
    void unreadableFilesAreReported() {
        assertThat(messages("fr", "site: [\n")).isNotEmpty().allMatch(line -> line.startsWith("cookies.fr.yaml:["));
        assertThat(messages("fr", "- site"))
                .containsExactly("cookies.fr.yaml:[1,1] the file must be a mapping as in the declaration, not a list");
        assertThat(messages("fr", "\ufeffsite: { name: \u0007 }"))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("cookies.fr"));
    }

    /** A text that is not written in the default language has nothing to fall back on. */
    @Test
    void aTranslationNeedsAText() {
        assertThat(messages("fr", "services: { audience: { location: partout } }"))
                .containsExactly(":[6,5] 'location' has no text for the default language 'en': add one");
    }

    @Test
    void theBuiltInTextStandsForTheDefaultLanguage() {
        DeclarationResult result = TestCharter.reading(SHOP + "policy: { texts: { title: { fr: Nos cookies } } }\n");
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.declaration()
                        .orElseThrow()
                        .policy()
                        .texts()
                        .get("title")
                        .position())
                .isEqualTo(new SourcePosition(12, 27));
    }

    private static List<String> messages(String tag, String yaml) {
        return problems(TestCharter.reading(SHOP, TestCharter.texts(tag, yaml)));
    }

    private static List<String> problems(DeclarationResult result) {
        List<String> messages = new ArrayList<>();
        result.diagnostics()
                .forEach(diagnostic -> messages.add(diagnostic.position().file() + ":["
                        + diagnostic.position().line() + ","
                        + diagnostic.position().column() + "] " + diagnostic.message()));
        return messages;
    }
}
