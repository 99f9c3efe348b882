package io.github.cookiecharter.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.Html;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** What a page says depends on what the site does: nothing that it says is false in any combination. */
class PolicyVariantsTest {

    private static final String NECESSARY = """
              session: { category: necessary, purpose: Keep you signed in, cookies: { sid: { lifetime: session } } }
            """;
    private static final String ASKED = """
              ads: { category: marketing, provider: ads, purpose: Show advertisements, cookies: { _ad: { lifetime: 1 day } } }
            """;
    private static final String EXEMPT = """
              stats: { category: statistics, purpose: Count visits, consent: exempt, reason: It is anonymous,
                       objection: %s, cookies: { _st: { lifetime: 1 day } } }
            """;

    private static ParsedPage page(String site, String services) {
        Charter charter = charter(site, services);
        String page = PolicyPagesTest.files(charter).get("policy.html");
        assertThat(Html.check(page)).isEmpty();
        return ParsedPage.of(page);
    }

    private static Charter charter(String site, String services) {
        return TestCharter.of("site: { name: Shop, url: https://shop.example, controller: Shop Ltd" + site + " }\n"
                + "providers:\n"
                + "  ads: { name: Ads Inc, country: US, safeguard: Standard contractual clauses }\n"
                + "  maps: { name: Maps KK, country: JP }\n"
                + "  host: { name: Host GmbH, country: DE }\n"
                + "  far: { name: Far Ltd, country: VN }\n"
                + "services:\n"
                + services.indent(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            N   | Shop uses cookies only to work properly and to provide what you ask for.
            N E | Shop uses only cookies that need no consent, including for these purposes: Statistics.
            E   | Shop uses cookies only for purposes that need no consent: Statistics.
            N A | Shop uses cookies to work properly and, with your consent, for other purposes: Marketing.
            """)
    void theIntroductionNamesWhatIsUsed(String services, String expected) {
        String all = (services.contains("N") ? NECESSARY : "")
                + (services.contains("E") ? EXEMPT.formatted("false") : "")
                + (services.contains("A") ? ASKED : "");
        assertThat(page("", all).with("class", "cookie-charter-lead").getTextContent())
                .isEqualTo(expected);
    }

    @Test
    void theIntroductionNamesAnExemptServiceBesideOneThatAsks() {
        ParsedPage page = page("", EXEMPT.formatted("true") + """
                  more: { category: statistics, purpose: Follow visits, cookies: { _more: { lifetime: 1 day } } }
                """);
        assertThat(page.with("class", "cookie-charter-lead").getTextContent())
                .isEqualTo(
                        "Shop uses cookies to work properly, for purposes that need no consent (stats) and, with your"
                                + " consent, for other purposes: Statistics.");
    }

    @Test
    void withoutABannerNothingNeedsToBeNecessary() {
        String services = EXEMPT.formatted("false") + ASKED;
        String none = services + "banner: { runtime: none }\n";
        assertThat(page("", none).with("class", "cookie-charter-lead").getTextContent())
                .isEqualTo(
                        "Shop uses cookies for purposes that need no consent (Statistics) and, with your consent, for"
                                + " other purposes: Marketing.");
        assertThat(page("", ASKED + "banner: { runtime: none }\n")
                        .with("class", "cookie-charter-lead")
                        .getTextContent())
                .isEqualTo("Shop uses cookies only with your consent, for these purposes: Marketing.");
    }

    @Test
    void whatCanBeSwitchedOffIsSaidWhereItHolds() {
        String sentence = "In use without your consent, until you switch it off: measuring how the site is used.";
        ParsedPage objectable = page("", EXEMPT.formatted("true") + ASKED);
        assertThat(objectable.texts("p"))
                .contains(
                        sentence,
                        "No consent is needed for the cookies in this table. You can switch this off at any time.");
        assertThat(page("", EXEMPT.formatted("false") + ASKED).texts("p"))
                .doesNotContain(sentence)
                .noneMatch(text -> text.contains("You can switch this off"));
        assertThat(page("", EXEMPT.formatted("true") + ASKED + "banner: { runtime: none }\n")
                        .texts("p"))
                .noneMatch(text -> text.contains("You can switch this off"));
    }

    @Test
    void aRowSaysWhetherItCanBeSwitchedOffWhereItsCategoryDoesNot() {
        ParsedPage page = page("", EXEMPT.formatted("true") + """
                  more: { category: statistics, purpose: Follow visits, cookies: { _more: { lifetime: 1 day } } }
                """);
        assertThat(ParsedPage.cells(page.with("data-cookie", "_st")))
                .anyMatch(cell ->
                        cell.endsWith("No consent needed: It is anonymous You can switch this off at any time."));
        assertThat(ParsedPage.cells(page.with("data-cookie", "_more"))).noneMatch(cell -> cell.contains("switch"));
    }

    @Test
    void aFirstPartyCookieOfAnotherProviderIsReadByIt() {
        ParsedPage page = page("", ASKED + NECESSARY);
        assertThat(ParsedPage.cells(page.with("data-cookie", "_ad"))).contains("first-party, read by Ads Inc");
        assertThat(ParsedPage.cells(page.with("data-cookie", "sid"))).contains("first-party");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Shop                                 | https://elsewhere.example
            Shop Ltd                             | https://elsewhere.example
            Somebody                             | https://www.shop.example/about
            """)
    void aSiteThatDeclaresItselfReadsItsOwnCookies(String name, String url) {
        Charter charter = TestCharter.of("""
                site: { name: Shop, url: https://shop.example, controller: "Shop Ltd, 1 High Street" }
                providers: { own: { name: %s, url: "%s" } }
                services:
                  session: { category: necessary, provider: own, purpose: Keep you signed in, cookies: { sid: { lifetime: session } } }
                """.formatted(name, url));
        ParsedPage page = ParsedPage.of(PolicyPagesTest.files(charter).get("policy.html"));
        assertThat(ParsedPage.cells(page.with("data-cookie", "sid"))).contains("first-party");
    }

    @Test
    void theReaderIsNamedBesideAThirdPartyDomain() {
        ParsedPage page = page("", """
                  ads: { category: marketing, provider: ads, purpose: Show advertisements, cookies: {
                    _ad: { lifetime: 1 day, domain: ads.example } } }
                """);
        assertThat(ParsedPage.cells(page.with("data-cookie", "_ad"))).contains("third-party ads.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ads  | Ads Inc Country: United States Data goes to: United States Transfer of data to other countries: Standard contractual clauses
            maps | Maps KK Country: Japan Data goes to: Japan (adequacy decision)
            host | Host GmbH Country: Germany
            far  | Far Ltd Country: Vietnam Data goes to: Vietnam (no adequacy decision)
            """)
    void theCountriesOfDataAreNamedWithTheFindingAboutThem(String provider, String expected) {
        assertThat(page("", ASKED.replace("provider: ads", "provider: " + provider))
                        .rows()
                        .get(1))
                .first()
                .isEqualTo(expected);
    }

    @Test
    void aJurisdictionWithoutSuchFindingsSaysNothingOfThem() {
        assertThat(page(", jurisdictions: [us-ca]", ASKED).rows().get(1))
                .first()
                .isEqualTo("Ads Inc Country: United States Transfer of data to other countries: Standard contractual"
                        + " clauses");
    }

    @Test
    void countriesAreNamedInThePagesLanguage() {
        assertThat(page(", languages: [de]", ASKED).rows().get(1))
                .first()
                .asString()
                .contains("Land: Vereinigte Staaten");
    }

    @Test
    void theLegalBasisAndTheAuthorityAreThoseOfTheJurisdiction() {
        ParsedPage german = page(", jurisdictions: [de], languages: [de]", ASKED + NECESSARY);
        assertThat(german.texts("p"))
                .contains(
                        "Rechtsgrundlage: § 25 Abs. 1 TDDDG, Art. 6 Abs. 1 lit. a DSGVO",
                        "Rechtsgrundlage: § 25 Abs. 2 Nr. 2 TDDDG",
                        "Sie können sich bei der Datenschutzbehörde Ihres Landes beschweren.");
        ParsedPage french = page(", jurisdictions: [fr], languages: [fr]", ASKED);
        assertThat(french.texts("p"))
                .contains("Vous pouvez déposer une réclamation auprès de l’autorité de protection des données\u00a0:"
                        + " Commission nationale de l'informatique et des libertés (CNIL).");
        assertThat(french.with("href", "https://www.cnil.fr/").getTextContent()).contains("CNIL");
    }

    @Test
    void severalJurisdictionsAreAllNamed() {
        ParsedPage page = page(", jurisdictions: [fr, it]", ASKED);
        assertThat(page.texts("p"))
                .contains("You can lodge a complaint with the data protection authority: Commission nationale de"
                        + " l'informatique et des libertés (CNIL), Garante per la protezione dei dati personali.")
                .noneMatch(text -> text.contains("of your country"));
        Element garante = page.with("href", "https://www.garanteprivacy.it/");
        assertThat(garante.getAttribute("lang")).isEqualTo("it");
    }

    @Test
    void aDeclaredAuthorityStandsForAll() {
        ParsedPage page = page(
                ", jurisdictions: [fr, de], authority: { name: Data Office, url: \"https://office.example\" }", ASKED);
        assertThat(page.texts("p"))
                .contains("You can lodge a complaint with the data protection authority: Data Office.")
                .noneMatch(text -> text.contains("of your country"));
        assertThat(page.with("href", "https://office.example").getTextContent()).isEqualTo("Data Office");
    }

    @Test
    void furtherCountriesAreNamedByTheFindingAboutThem() {
        Charter charter = TestCharter.of("""
                site: { name: Shop, url: https://shop.example }
                providers: { ads: { name: Ads, country: IE, transfers: [US, VN, JP, KR, FR] } }
                services:
                  ads: { category: marketing, provider: ads, purpose: Show advertisements, cookies: { _ad: { lifetime: 1 day } } }
                """);
        ParsedPage page = ParsedPage.of(PolicyPagesTest.files(charter).get("policy.html"));
        assertThat(page.rows().get(1))
                .first()
                .isEqualTo(
                        "Ads Country: Ireland Data goes to: United States Data goes to: Vietnam (no adequacy decision)"
                                + " Data goes to: Japan and South Korea (adequacy decision)");
    }

    @Test
    void californiansOptOutUnderTheTitleOfTheirLaw() {
        assertThat(page(", jurisdictions: [us-ca]", ASKED).texts("button")).containsExactly("Your Privacy Choices");
        ParsedPage elsewhere = page(", jurisdictions: [us-ca], opt-out: /opt-out", ASKED);
        assertThat(elsewhere.with("href", "/opt-out").getTextContent()).isEqualTo("Your Privacy Choices");
        assertThat(elsewhere.texts("button")).containsExactly("Change my cookie choices");
        assertThat(elsewhere.texts("p")).anyMatch(text -> text.startsWith("Opt-Out Request Honored. Your browser"));
        assertThat(page(", opt-out: /opt-out", ASKED).texts("a")).doesNotContain("Your Privacy Choices");
    }

    @Test
    void withdrawalDoesNotReachBack() {
        String sentence = "Withdrawing your consent does not affect what was done before.";
        assertThat(page("", ASKED).texts("p")).contains(sentence);
        assertThat(page("", NECESSARY).texts("p")).doesNotContain(sentence);
    }

    @Test
    void aSiteWithoutCookiesHasNoneToBlock() {
        assertThat(page("", "  {}").texts("p"))
                .contains("Your browser’s settings let you see, delete and block cookies.");
    }

    @Test
    void withoutTheContactTheSitesOwnPrivacyPolicyIsLinkedInItsFirstRowAlone() {
        ParsedPage page = page(", privacy-policy: /privacy", NECESSARY + """
                  basket: { category: necessary, purpose: Keep your basket, cookies: { b: { lifetime: session }, c: { lifetime: session } } }
                policy: { sections: [intro, cookies] }
                """);
        List<String> providers = page.rows().stream().map(cells -> cells.get(0)).toList();
        assertThat(providers)
                .startsWith("Shop Ltd Privacy policy")
                .filteredOn(cell -> cell.contains("Privacy"))
                .hasSize(1);
    }

    @Test
    void noTextSaysThatAFirstPartyCookieGoesToItsSiteAlone() {
        for (String tag : TestCharter.LANGUAGES.tags()) {
            String text = TestCharter.LANGUAGES.forTag(tag).orElseThrow().get("policy.kinds-first-party-text");
            assertThat(text.split("[.]\\s")).as(tag).hasSizeGreaterThanOrEqualTo(3);
        }
    }
}
