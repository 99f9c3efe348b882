package io.github.cookiecharter.policy;

import static io.github.cookiecharter.policy.PolicyCharters.FOUR;
import static io.github.cookiecharter.policy.PolicyCharters.because;
import static io.github.cookiecharter.policy.PolicyCharters.category;
import static io.github.cookiecharter.policy.PolicyCharters.charter;
import static io.github.cookiecharter.policy.PolicyCharters.cookie;
import static io.github.cookiecharter.policy.PolicyCharters.everything;
import static io.github.cookiecharter.policy.PolicyCharters.exempt;
import static io.github.cookiecharter.policy.PolicyCharters.french;
import static io.github.cookiecharter.policy.PolicyCharters.lasting;
import static io.github.cookiecharter.policy.PolicyCharters.portal;
import static io.github.cookiecharter.policy.PolicyCharters.provider;
import static io.github.cookiecharter.policy.PolicyCharters.same;
import static io.github.cookiecharter.policy.PolicyCharters.service;
import static io.github.cookiecharter.policy.PolicyCharters.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.LocalizedText;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.Html;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.model.Column;
import io.github.cookiecharter.model.Gpc;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Section;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.template.Templates;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class PolicyPagesTest {

    private static final Languages LANGUAGES = Languages.builtIn();
    private static final Templates TEMPLATES = new Templates(Optional.empty());

    static Map<String, String> files(Charter charter) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Artefact artefact : new PolicyPages(charter, LANGUAGES, TEMPLATES).artefacts("")) {
            assertThat(artefact.root()).isEqualTo(OutputRoot.WEB_PATH);
            files.put(artefact.path(), new String(artefact.content(), StandardCharsets.UTF_8));
        }
        return files;
    }

    static ParsedPage page(PolicyCharters charters, String language) {
        return ParsedPage.of(files(charters.build()).get("policy." + language + ".html"));
    }

    @Test
    void thePageLinksTheSitesOwnPrivacyPolicyOnce() {
        String site = """
                site: { name: Shop, url: https://shop.example, controller: Shop Ltd, privacy-policy: /privacy }
                services:
                  a: { category: necessary, purpose: Sign in, cookies: { a: { lifetime: 1 day } } }
                  b: { category: necessary, purpose: Remember, cookies: { b: { lifetime: 1 day } } }
                """;

        assertThat(files(TestCharter.of(site)).get("policy.html")).containsOnlyOnce("href=\"/privacy\"");
        assertThat(files(TestCharter.of(site + "policy: { sections: [cookies] }\n"))
                        .get("policy.html"))
                .containsOnlyOnce("href=\"/privacy\"");
    }

    @Test
    void eachLanguageHasAPageAndAFragment() {
        Map<String, String> files = files(portal().languages("fr", "en").build());
        assertThat(files)
                .containsOnlyKeys(
                        "policy.fr.html",
                        "policy.fr.fragment.html",
                        "policy.html",
                        "policy.en.html",
                        "policy.en.fragment.html",
                        "policy.css");
        assertThat(files.get("policy.html")).isEqualTo(files.get("policy.fr.html"));
    }

    /** The pages of a large site are filled when they are written, one at a time, and have the same bytes each time. */
    @Test
    void pagesOfALargeSiteAreNotKept() {
        StringBuilder yaml = new StringBuilder("""
                site: { name: Shop, url: "https://shop.example", languages: [en, fr] }
                services:
                  audience:
                    category: statistics
                    purpose: Counts the visits to each page
                    cookies:
                """);
        Artefact small = pageOf(yaml + "      c: { lifetime: session }\n");
        assertThat(small.content()).isSameAs(small.content());

        for (int i = 0; i < 2_000; i++) {
            yaml.append("      c").append(i).append(": { lifetime: session }\n");
        }
        Artefact large = pageOf(yaml.toString());
        byte[] content = large.content();
        assertThat(large.content()).isNotSameAs(content).isEqualTo(content);
        assertThat(new String(content, StandardCharsets.UTF_8)).contains("data-cookie=\"c0\"", "data-cookie=\"c1999\"");
    }

    private static Artefact pageOf(String yaml) {
        return new PolicyPages(TestCharter.of(yaml), LANGUAGES, TEMPLATES)
                .artefacts("").stream()
                        .filter(each -> each.path().equals("policy.fr.html"))
                        .findFirst()
                        .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("charters")
    void everyPageIsValid(Charter charter) {
        files(charter).forEach((path, text) -> {
            if (path.endsWith(".fragment.html")) {
                assertThat(Html.checkFragment(text, path.split("\\.")[1]))
                        .as(path)
                        .isEmpty();
                assertThat(text).doesNotContain("<h1", "<html");
            } else if (path.endsWith(".html")) {
                assertThat(Html.check(text)).as(path).isEmpty();
                assertThat(ParsedPage.of(text).all("h1")).hasSize(1);
            }
            assertThat(text).as(path).doesNotContain("\r", "style=", "<script", "\n\n\n");
            assertThat(text.lines().limit(2))
                    .as(path)
                    .anyMatch(line -> line.contains("Generated by the Cookie Charter Maven plugin from cookies"));
        });
    }

    static List<Charter> charters() {
        return List.of(
                portal().columns(FOUR).build(),
                portal().languages("fr").build(),
                everything().build(),
                everything().columns(List.of(Column.values())).build(),
                everything().columns(List.of(Column.COOKIE)).build(),
                everything().runtime(BannerRuntime.NONE).build(),
                everything().sections(Section.CONTACT, Section.COOKIES).build(),
                charter().build(),
                charter().source("cookies---of.yaml").build());
    }

    @Test
    void theReopenButtonIsThereWithAnySections() {
        for (Section[] sections : new Section[][] {Section.values(), {Section.CONTACT, Section.COOKIES}}) {
            ParsedPage page = page(everything().sections(sections), "fr");
            assertThat(page.with("data-cookie-charter"))
                    .filteredOn(each -> each.getAttribute("data-cookie-charter").equals("preferences"))
                    .hasSize(1);
        }
    }

    @Test
    void theCharterOfThePortalHasFourColumnsAndFourRows() {
        ParsedPage page = page(portal().columns(FOUR), "fr");
        assertThat(page.with("data-column"))
                .extracting(header -> header.getAttribute("data-column"))
                .containsExactly("provider", "service", "cookie", "purpose");
        assertThat(page.rows())
                .containsExactly(
                        List.of(
                                "Opendatasoft Pays\u00a0: France",
                                "Authentification (front et back office)",
                                "sessionid",
                                "Garder l'utilisateur reconnu d'une page à l'autre"),
                        List.of(
                                "Opendatasoft Pays\u00a0: France",
                                "Sélection de la langue (front et back office)",
                                "django_language",
                                "Mémoriser la langue choisie par le visiteur"),
                        List.of(
                                "Opendatasoft Pays\u00a0: France",
                                "API (CSRF) (front et back office)",
                                "csrftoken",
                                "Obtenir des données par des appels à l'API"),
                        List.of(
                                "Opendatasoft Pays\u00a0: France",
                                "Préférences en matière de cookies",
                                "cookies_preferences",
                                "Conserver le choix du visiteur au sujet des cookies"));
        assertThat(page.with("data-cookie"))
                .extracting(row -> row.getAttribute("data-cookie"))
                .containsExactly("sessionid", "django_language", "csrftoken", "cookies_preferences");
        assertThat(page.with("data-category"))
                .extracting(Element::getTagName, section -> section.getAttribute("data-category"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("section", "necessary"));
        assertThat(page.with("href", "https://www.opendatasoft.com").getTextContent())
                .isEqualTo("Opendatasoft");
        assertThat(page.with("href", "https://data.example.org").getTextContent())
                .isEqualTo("https://data.example.org");
    }

    @Test
    void theCookieIsTheHeaderOfItsRowWhereverItsColumnStands() {
        ParsedPage page = page(everything().columns(List.of(Column.PURPOSE, Column.COOKIE, Column.KIND)), "en");
        assertThat(page.with("data-cookie")).isNotEmpty().allSatisfy(row -> {
            assertThat(ParsedPage.below(row, "th")).singleElement().satisfies(header -> {
                assertThat(header.getAttribute("scope")).isEqualTo("row");
                assertThat(header.getTextContent()).isEqualTo(row.getAttribute("data-cookie"));
            });
            assertThat(ParsedPage.cells(row)).hasSize(3);
        });
    }

    @Test
    void lifetimesAreWordsForPeopleAndDurationsForMachines() {
        ParsedPage page = page(everything(), "fr");
        assertThat(page.all("data"))
                .extracting(data -> data.getAttribute("value") + " " + data.getTextContent())
                .containsExactly(
                        "P6M 6\u00a0mois",
                        "P13M 13\u00a0mois",
                        "PT30M 30\u00a0minutes, avec prolongation à chaque visite");
        assertThat(page.rows().stream().map(cells -> cells.get(4)))
                .contains("jusqu’à la fermeture du navigateur", "jusqu’à sa suppression", "rien n’est conservé", "–");
        assertThat(page.rows().get(1).get(4)).isEqualTo("13\u00a0mois Données conservées pendant 25\u00a0mois");
    }

    @Test
    void servicesWithoutCookiesHaveARow() {
        ParsedPage page = page(everything(), "fr");
        Element row = page.with("data-service", "map");
        assertThat(ParsedPage.cells(row)).element(2).isEqualTo("aucun cookie connu");
        assertThat(ParsedPage.cells(row)).element(3).isEqualTo("Rendre le service map");
        assertThat(ParsedPage.below(row, "code")).isEmpty();
    }

    @Test
    void exemptRowsShowTheirReasonAndCategoriesTheirConsent() {
        ParsedPage page = page(everything(), "en");
        assertThat(ParsedPage.cells(page.with("data-cookie", "_pk_id.*")))
                .contains("Measure how often pages are read No consent needed: Anonymous audience measurement");
        assertThat(ParsedPage.cells(page.with("data-cookie", "YSC"))).contains("Show videos");
        assertThat(page.with("class", "cookie-charter-consent").getTextContent())
                .isEqualTo(
                        "No consent is needed, because the site cannot provide what you ask for without these cookies.");
        assertThat(page.texts("p"))
                .contains(
                        "No consent is needed for the cookies in this table.",
                        "These cookies are used only with your consent, except those for which the table says that no consent is needed.");
    }

    @Test
    void theReasonStandsWithTheCookieWhereThereIsNoPurpose() {
        ParsedPage page = page(everything().columns(List.of(Column.COOKIE, Column.PROVIDER)), "en");
        assertThat(ParsedPage.cells(page.with("data-cookie", "_pk_id.*")))
                .first()
                .isEqualTo("_pk_id.* No consent needed: Anonymous audience measurement");
    }

    @Test
    void aCategoryWithoutDescriptionHasNoEmptyParagraph() {
        Charter charter = TestCharter.of("""
                site: { name: Shop, url: https://shop.example }
                categories: { social: { name: Social } }
                services: { s: { category: social, purpose: Share this page, scripts: [ /s.js ] } }
                """);

        assertThat(files(charter).get("policy.html"))
                .contains("data-category=\"social\"")
                .doesNotContain("<p></p>");
    }

    @Test
    void anExemptCategoryGivesItsReason() {
        ParsedPage page = page(
                charter()
                        .categories(because(
                                category(
                                        "loans",
                                        false,
                                        service(
                                                "basket",
                                                false,
                                                provider(same("P"), ""),
                                                same("Basket"),
                                                Optional.empty(),
                                                cookie("basket", same("Keep the list"), lasting(1, ChronoUnit.DAYS)))),
                                text("Demandé par le visiteur", "The visitor asks for it"))),
                "en");
        assertThat(page.texts("p")).contains("No consent is needed: The visitor asks for it");
        assertThat(page.texts("p"))
                .contains("Données ouvertes uses cookies only for purposes that need no consent: Category loans.");
        assertThat(page.rows())
                .singleElement()
                .satisfies(cells -> assertThat(cells).noneMatch(cell -> cell.contains("consent")));
    }

    @ParameterizedTest
    @EnumSource(Section.class)
    void pagesHaveTheDeclaredSectionsInOrder(Section section) {
        ParsedPage page = page(
                everything().sections(Section.COOKIES, section == Section.COOKIES ? Section.INTRO : section), "fr");
        assertThat(page.with("id").stream()
                        .map(element -> element.getAttribute("id"))
                        .filter(id -> id.startsWith("cookie-charter-section-")))
                .containsExactly(
                        "cookie-charter-section-cookies",
                        "cookie-charter-section-" + (section == Section.COOKIES ? Section.INTRO : section).word());
    }

    /** There is no consent to give, and no visitor is asked again. */
    @Test
    void whereVisitorsCanOnlyObjectTheControlOpensThePreferences() {
        Charter charter = TestCharter.of("""
                site: { name: Shop, url: https://shop.example }
                services:
                  audience:
                    category: statistics
                    purpose: Count the visits
                    consent: exempt
                    reason: Anonymous figures
                    cookies: { hits: { lifetime: 1 day } }
                """);
        ParsedPage page = ParsedPage.of(files(charter).get("policy.html"));
        assertThat(page.first("button").getAttribute("data-cookie-charter")).isEqualTo("preferences");
        assertThat(page.texts("p"))
                .noneMatch(text -> text.contains("withdraw your consent"))
                .noneMatch(text -> text.contains("asked again"))
                .noneMatch(text -> text.contains("Global Privacy Control"));
    }

    @Test
    void withABannerAHiddenControlReopensIt() {
        ParsedPage page = page(everything(), "en");
        Element button = page.first("button");
        assertThat(button.getAttribute("data-cookie-charter")).isEqualTo("preferences");
        assertThat(button.getAttribute("data-cc")).isEqualTo("show-preferencesModal");
        assertThat(button.hasAttribute("hidden")).isTrue();
        assertThat(button.getTextContent()).isEqualTo("Change my cookie choices");
        assertThat(page.texts("p"))
                .contains(
                        "Your choice is kept in the cookie cookie_consent for 6 months; after that you are asked again.")
                .anyMatch(text -> text.contains("Global Privacy Control"));
        assertThat(page(everything().gpc(Gpc.IGNORE), "en").texts("p"))
                .noneMatch(text -> text.contains("Global Privacy Control"));
    }

    @Test
    void withoutABannerThePageExplainsTheBrowser() {
        for (PolicyCharters charters : List.of(portal(), everything().runtime(BannerRuntime.NONE))) {
            ParsedPage page = page(charters, "en");
            assertThat(page.all("button")).isEmpty();
            assertThat(page.texts("p")).anyMatch(text -> text.startsWith("Your browser’s settings let you"));
        }
    }

    @Test
    void theContactIsShown() {
        ParsedPage page = page(everything(), "en");
        assertThat(page.texts("p"))
                .contains(
                        "Data controller: Commune d’Exemple, 1 place de la Mairie",
                        "Questions about cookies: dpo@ville-exemple.fr",
                        "Our privacy policy explains what your rights are and how to make a complaint.",
                        "Last updated on 15 September 2026");
        assertThat(page.with("href", "mailto:dpo@ville-exemple.fr")).isNotNull();
        assertThat(page.with("href", "/en/personal%20data").getTextContent()).isEqualTo("privacy policy");
        assertThat(page.with("datetime", "2026-09-15")).isNotNull();
    }

    @Test
    void languagesLeadToEachOther() {
        ParsedPage page = page(portal().languages("fr", "en"), "en");
        assertThat(page.all("link").stream()
                        .filter(link -> link.hasAttribute("hreflang"))
                        .map(link -> link.getAttribute("hreflang") + " " + link.getAttribute("href")))
                .containsExactly("fr policy.fr.html", "en policy.en.html", "x-default policy.html");
        assertThat(ParsedPage.below(page.first("nav"), "a"))
                .extracting(Element::getTextContent, link -> link.getAttribute("aria-current"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Français", ""),
                        org.assertj.core.groups.Tuple.tuple("English", "page"));
        assertThat(page(portal().languages("fr"), "fr").all("nav")).isEmpty();
    }

    @Test
    void wordsInAnotherLanguageHaveALangAttribute() {
        ParsedPage page = page(everything(), "en");
        assertThat(ParsedPage.below(page.with("data-cookie", "_pk_ses.*"), "span"))
                .filteredOn(span -> span.getTextContent().equals("Mesurer la fréquentation"))
                .singleElement()
                .satisfies(purpose -> assertThat(purpose.getAttribute("lang")).isEqualTo("fr"));
        assertThat(ParsedPage.below(page(everything(), "fr").with("data-cookie", "_pk_ses.*"), "span"))
                .noneMatch(span -> span.hasAttribute("lang"));
    }

    @Test
    void wordsInAnotherDirectionHaveADirAttribute() {
        Charter charter = TestCharter.of("""
                site: { name: Shop, url: https://shop.example, languages: [en, ar, fr], updated: 2026-11-02 }
                policy:
                  texts:
                    intro: { en: "{site}: {purposes}.", ar: "{site}: {purposes}." }
                    contact-updated: { en: "{date}", ar: "{date}" }
                categories:
                  preferences: { name: { en: Preferences, ar: التفضيلات } }
                  statistics: { name: { en: Statistics, ar: الإحصاءات } }
                  marketing: { name: { en: Marketing, ar: التسويق } }
                services:
                  a: { category: preferences, purpose: Remember, cookies: { a: { lifetime: 1 day } } }
                  b: { category: statistics, purpose: Count, cookies: { b: { lifetime: 1 day } } }
                  c: { category: marketing, purpose: Sell, cookies: { c: { lifetime: 1 day } } }
                """);
        ParsedPage arabic = ParsedPage.of(files(charter).get("policy.ar.html"));

        assertThat(arabic.first("html").getAttribute("dir")).isEqualTo("ltr");
        Element lead = arabic.with("class", "cookie-charter-lead");
        assertThat(lead.getAttribute("lang")).isEqualTo("ar");
        assertThat(lead.getAttribute("dir")).isEqualTo("rtl");
        assertThat(lead.getTextContent()).isEqualTo("Shop: التفضيلات والإحصاءات والتسويق.");
        assertThat(arabic.texts("time")).containsExactly("2 نوفمبر 2026");
        assertThat(ParsedPage.below(arabic.first("nav"), "a"))
                .extracting(link -> link.getAttribute("hreflang"), link -> link.getAttribute("dir"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("en", ""),
                        org.assertj.core.groups.Tuple.tuple("ar", "rtl"),
                        org.assertj.core.groups.Tuple.tuple("fr", ""));
    }

    @Test
    void untranslatedLanguagesUseTheDefaultLanguagesTexts() {
        ParsedPage page = page(charter().languages("de", "ja"), "ja");
        assertThat(page.first("html").getAttribute("lang")).isEqualTo("ja");
        assertThat(page.first("body").getAttribute("lang")).isEqualTo("de");
        assertThat(page.texts("h1")).containsExactly("Cookie-Richtlinie");
        assertThat(page(charter().languages("ja"), "ja").texts("h1")).containsExactly("Cookie policy");
        assertThat(page(charter().languages("fr-CA"), "fr-CA").first("body").hasAttribute("lang"))
                .isFalse();
    }

    @Test
    void sitesOverrideBuiltInTexts() {
        Map<String, LocalizedText> texts = new HashMap<>();
        texts.put("title", text("Nos cookies", "Our cookies"));
        texts.put("intro", french("{site} en bref : {purposes}, {unknown}"));
        texts.put("cookies-intro", text("Sans adresse", "At {link}, {link}"));
        ParsedPage page =
                page(everything().texts(texts).bannerTexts(Map.of("reopen", text("Rouvrir", "Reopen"))), "en");
        assertThat(page.texts("h1")).containsExactly("Our cookies");
        assertThat(page.texts("title")).containsExactly("Our cookies – Town of Example");
        assertThat(page.texts("p"))
                .contains(
                        "Town of Example en bref : Category marketing, {unknown}",
                        "At https://data.example.org, {link}");
        assertThat(page.with("class", "cookie-charter-lead").getAttribute("lang"))
                .isEqualTo("fr");
        assertThat(page.texts("button")).containsExactly("Reopen");
    }

    @Test
    void aSiteWithoutCookiesSaysSo() {
        ParsedPage page = page(charter(), "en");
        assertThat(page.texts("p")).contains("Données ouvertes uses no cookies.");
        assertThat(page.all("table")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onmouseover=\"alert(1)\" x=\"",
                "' autofocus onfocus='alert(1)",
                "--> <b>--!> ]]> <!--",
                "{{title}} {{{headTags}}} {{>policy/page}} {site} {link} ${user.home} #{x}",
                "&lt;b&gt; &amp;amp; \\u003cb\\u003e",
                "a\u2028b\u202e\ud83c\udf6a",
                "</td></tr></table></main>"
            })
    void hostileTextIsShownAsText(String hostile) {
        Charter harmless = withTexts("harmless");
        Charter charter = withTexts(hostile);
        Map<String, String> files = files(charter);
        ParsedPage page = ParsedPage.of(files.get("policy.en.html"));
        ParsedPage expected = ParsedPage.of(files(harmless).get("policy.en.html"));

        assertThat(page.all("*").stream().map(Element::getTagName).toList())
                .isEqualTo(expected.all("*").stream().map(Element::getTagName).toList());
        assertThat(page.rows())
                .allSatisfy(cells ->
                        assertThat(cells).allSatisfy(cell -> assertThat(cell).contains(hostile)));
        assertThat(page.with("data-cookie", hostile)).isNotNull();
        assertThat(Html.check(files.get("policy.en.html"))).isEmpty();
    }

    @Test
    void theNameOfTheDeclarationDoesNotEndTheCommentOfTheStyle() {
        String style =
                files(charter().source("*/body{display:none}/*.yaml").build()).get("policy.css");
        assertThat(style.indexOf("*/")).isGreaterThan(style.indexOf("display:none"));
    }

    private static Charter withTexts(String text) {
        return charter()
                .name(same(text))
                .source(text)
                .people(same(text), "privacy@example.org", same("/privacy"), LocalDate.of(2026, 1, 2))
                .consentCookie(text)
                .texts(Map.of("title", same(text), "kinds-necessary", same(text), "contact-privacy-link", same(text)))
                .bannerTexts(Map.of("reopen", same(text)))
                .columns(List.of(Column.PROVIDER, Column.SERVICE, Column.COOKIE, Column.PURPOSE, Column.RECIPIENTS))
                .categories(category(
                        "marketing",
                        true,
                        exempt(
                                service(
                                        "a",
                                        false,
                                        provider(same(text), "https://example.org", same("/p"), same(text)),
                                        same(text),
                                        Optional.of(same(text)),
                                        cookie(
                                                text,
                                                same(text),
                                                Optional.of(lasting(1, ChronoUnit.DAYS)),
                                                Kind.COOKIE,
                                                false,
                                                "",
                                                Optional.of(same(text)))),
                                same(text)),
                        service(
                                "b",
                                true,
                                provider(same(text), "https://example.org"),
                                same(text),
                                Optional.empty(),
                                cookie(
                                        text,
                                        same(text),
                                        Optional.of(lasting(1, ChronoUnit.DAYS)),
                                        Kind.COOKIE,
                                        false,
                                        "",
                                        Optional.of(same(text))))))
                .build();
    }
}
