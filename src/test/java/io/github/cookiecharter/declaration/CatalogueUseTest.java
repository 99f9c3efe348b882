package io.github.cookiecharter.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code use}: a service of the catalogue in one line, over which the declaration's own words win. */
class CatalogueUseTest {

    private static final String SITE = "site: { name: Acme, url: https://www.acme.example, languages: [en, fr] }\n";
    private static final String MATOMO =
            "services:\n  audience:\n    use: matomo\n    scripts: [ \"https://stats.acme.example/matomo.js\" ]\n";

    @Test
    void takesTheWholeServiceFromTheCatalogue() {
        Charter.Service service = service(SITE + MATOMO);

        assertThat(service.category()).isEqualTo("statistics");
        assertThat(service.name().byLanguage().get("fr").text()).isEqualTo("Matomo");
        assertThat(service.scripts())
                .extracting(Object::toString)
                .containsExactly("https://stats.acme.example/matomo.js");
        assertThat(service.cookies())
                .extracting(cookie -> cookie.name().text())
                .containsExactly("_pk_id*", "_pk_ses*", "_pk_ref*");
        assertThat(service.cookies().get(0).lifetime()).contains(new Lifetime.Lasting(13, ChronoUnit.MONTHS));
        assertThat(service.cookies().get(0).purpose().byLanguage().get("fr").text())
                .isNotBlank();
    }

    @Test
    void lets_what_the_declaration_says_win_key_by_key_and_cookie_by_cookie() {
        Charter.Service service = service(SITE + MATOMO + """
                    category: preferences
                    without: [ _pk_ref* ]
                    cookies:
                      _pk_id*: { lifetime: 6 months }
                      mtm_consent: { lifetime: 1 year, purpose: { standard: consent } }
                """);

        assertThat(service.category()).isEqualTo("preferences");
        assertThat(service.cookies())
                .extracting(cookie -> cookie.name().text())
                .containsExactly("_pk_id*", "_pk_ses*", "mtm_consent");
        assertThat(service.cookies().get(0).lifetime()).contains(new Lifetime.Lasting(6, ChronoUnit.MONTHS));
    }

    @Test
    void takesTheProviderAndLetsTheDeclarationCompleteIt() {
        Charter charter = TestCharter.of(
                SITE + "providers: { google: { country: IE } }\n" + "services: { fonts: { use: google-fonts } }\n");

        Charter.Provider provider =
                charter.services().get(charter.services().size() - 1).provider();
        assertThat(provider.name().byLanguage().get("en").text()).isEqualTo("Google");
        assertThat(provider.country()).contains("IE");
    }

    @Test
    void completesAStandardPurposeWithWordsInOneLanguage() {
        String yaml = SITE + "services: { fonts: { use: google-fonts, purpose: { fr: Belles lettres } } }\n";

        assertThat(service(yaml).purpose().orElseThrow().byLanguage().get("fr").text())
                .isEqualTo("Belles lettres");
        assertThat(service(yaml).purpose().orElseThrow().byLanguage().get("en").text())
                .isNotEqualTo("Belles lettres");
    }

    @Test
    void lets_translators_translate_what_comes_from_the_catalogue() {
        Charter charter = TestCharter.of(
                SITE + MATOMO,
                TestCharter.texts(
                        "fr",
                        "services: { audience: { name: Mesure, cookies: { _pk_id*: { purpose: Compter } } } }\n"));

        Charter.Service service = charter.services().get(charter.services().size() - 1);
        assertThat(service.name().byLanguage().get("fr").text()).isEqualTo("Mesure");
        assertThat(service.cookies().get(0).purpose().byLanguage().get("fr").text())
                .isEqualTo("Compter");
    }

    @Test
    void saysWhichAddressTheSiteHasToWrite() {
        assertThat(messages(SITE + "services:\n  audience:\n    use: matomo\n"))
                .containsExactly("4:10 the key 'scripts' is missing in service 'audience': 'matomo' is loaded from an"
                        + " address of the site's own, so write it, as in scripts:"
                        + " [\"https://{host of Matomo}/matomo.js\"]");
    }

    @Test
    void namesTheNearestKnownService() {
        assertThat(messages(SITE + "services:\n  a: { use: matommo }\n  b: { use: ../declaration/cookies }\n"))
                .containsExactly(
                        "3:13 unknown service 'matommo' in 'use': did you mean 'matomo'?",
                        "4:13 unknown service '../declaration/cookies' in 'use': 'mvn cookie-charter:catalogue' lists"
                                + " those that are known; declare another one with its own 'category' and 'cookies'");
    }

    @Test
    void reportsCookiesThatTheCatalogueDoesNotHave() {
        assertThat(
                        messages(
                                SITE + MATOMO + "    without: [ _pk_rev* ]\n  b: { without: [ a ], use: [ a ] }\n"
                                        + "  c: { category: necessary, without: [ a ], purpose: x, scripts: [ \"https://a.example/\" ] }\n"))
                .containsExactly(
                        "6:16 unknown cookie '_pk_rev*' in 'without': the catalogue has no such cookie of 'matomo':"
                                + " did you mean '_pk_ref*'?",
                        "7:29 'use' must be the name of a service of the catalogue, not a list",
                        "8:38 'without' leaves out cookies of the catalogue: write 'use' beside it, or remove it");
    }

    @Test
    void warnsOfLifetimesThatNoVendorConfirmsUntilTheSiteWritesThem() {
        assertThat(messages(SITE + "services:\n  pay: { use: klarna }\n"))
                .singleElement()
                .asString()
                .contains("the catalogue gives what is usual as the lifetime of _klarna_sdid_ch");
        assertThat(messages(SITE
                        + "services:\n  pay: { use: klarna, cookies: { _klarna_sdid_ch: { lifetime: 1 year } } }\n"))
                .isEmpty();
        assertThat(messages(SITE + "services:\n  pay: { use: klarna, without: [ _klarna_sdid_ch ] }\n"))
                .isEmpty();
    }

    private static Charter.Service service(String yaml) {
        List<Charter.Service> services = TestCharter.of(yaml).services();
        return services.stream()
                .filter(service -> !service.id().equals("cookie-consent"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> messages(String yaml) {
        return TestCharter.reading(yaml).diagnostics().stream()
                .map(CatalogueUseTest::line)
                .toList();
    }

    private static String line(Diagnostic diagnostic) {
        return diagnostic.position().line() + ":" + diagnostic.position().column() + " " + diagnostic.message();
    }
}
