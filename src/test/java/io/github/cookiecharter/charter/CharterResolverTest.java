package io.github.cookiecharter.charter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Gap;
import io.github.cookiecharter.charter.Charter.Missing;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.LocalizedText.Phrase;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.jurisdiction.Jurisdictions;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.Party;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharterResolverTest {

    private static final String SITE =
            "site: { name: Shop, url: \"https://WWW.shop.example\", hosts: [app.shop.example] }\n";
    private static final String NECESSARY =
            "  session: { category: necessary, purpose: Keep the session open, cookies: { SID: { lifetime: session } } }\n";
    private static final String AUDIENCE =
            "  audience: { category: statistics, purpose: Count the visits, scripts: [ \"https://s.example/a.js\" ],"
                    + " cookies: { hits: { lifetime: 13 months } } }\n";

    private static Charter charter(String services) {
        return TestCharter.of(SITE + "services:\n" + services);
    }

    private static Cookie cookie(Charter charter, String name) {
        return charter.cookies().stream()
                .filter(cookie -> cookie.name().text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> categories(Charter charter) {
        return charter.categories().stream().map(Category::id).toList();
    }

    @Test
    void missingKeysHaveDefaults() {
        Charter charter = charter(NECESSARY + AUDIENCE);
        assertThat(charter.site().languages()).containsExactly("en");
        assertThat(charter.site().jurisdictions())
                .containsExactly(Jurisdictions.builtIn().get("eu"));
        assertThat(charter.site().host()).isEqualTo("www.shop.example");
        assertThat(charter.consent().cookie()).matches("cookie_consent_[0-9a-v]{6}");
        assertThat(charter.consent().declaredCookie()).isEqualTo("cookie_consent");
        assertThat(charter.consent().lifetime()).isEqualTo(new Lifetime.Lasting(6, ChronoUnit.MONTHS));
        assertThat(charter.consent().reload()).isTrue();
        assertThat(charter.policy().columns())
                .extracting(Object::toString)
                .containsExactly("PROVIDER", "SERVICE", "COOKIE", "PURPOSE", "LIFETIME", "PARTY");
        assertThat(charter.policy().sections()).hasSize(6);
        Service session = charter.services().stream().findFirst().orElseThrow();
        assertThat(session.name().textIn("en")).isEqualTo("session");
        assertThat(session.provider().name().textIn("en")).isEqualTo("Shop");
        assertThat(session.provider().id()).isEmpty();
        assertThat(cookie(charter, "SID").path()).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({
        "'jurisdictions: [fr]', Commission nationale de l'informatique et des libertés (CNIL)",
        "'jurisdictions: [eu]', ",
        "'jurisdictions: [de]', ",
        "'jurisdictions: [ie, uk]', 'Data Protection Commission (DPC), Information Commissioner''s Office (ICO)'",
        "'jurisdictions: [fr], authority: { name: My own }', My own",
    })
    void theAuthorityIsTheDeclaredOneOrThoseOfTheJurisdictions(String keys, String expected) {
        Charter charter =
                TestCharter.of(SITE.replace(" }", ", " + keys.replace("''", "'") + " }") + "services:\n" + NECESSARY);

        assertThat(charter.site().authorities().stream()
                        .map(authority -> authority.name().textIn("en"))
                        .collect(java.util.stream.Collectors.joining(", ")))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void anAuthorityHasItsNameInTheLanguageOfThePageWhereItHasOne() {
        Charter charter = TestCharter.of(
                SITE.replace(" }", ", jurisdictions: [be], languages: [nl, fr-BE, pl] }") + "services:\n" + NECESSARY);

        LocalizedText name = charter.site().authorities().get(0).name();
        assertThat(name.in("nl")).isEqualTo(new LocalizedText.Phrase("Gegevensbeschermingsautoriteit (GBA)", "nl"));
        assertThat(name.in("fr-BE"))
                .isEqualTo(new LocalizedText.Phrase("Autorité de protection des données (APD)", "fr"));
        assertThat(name.in("pl").language()).isEqualTo("en");
    }

    @Test
    void theAskerOptOutAndTransfersAreTakenOver() {
        Charter charter = TestCharter.of("""
                site: { name: Shop, url: "https://shop.example", languages: [en, fr], opt-out: /opt-out }
                consent: { asked-by: { en: The portal, fr: Le portail } }
                banner: { runtime: none }
                providers: { p: { country: fr, transfers: [us, IN] } }
                services:
                """ + AUDIENCE.replace("category:", "provider: p, category:"));

        assertThat(charter.site().optOut()).contains("/opt-out");
        assertThat(charter.providers().get(0).transfers()).containsExactly("US", "IN");
        Charter.AskedBy asker = charter.consent().askedBy().orElseThrow();
        assertThat(asker.name().textIn("fr")).isEqualTo("Le portail");
        assertThat(asker.tool()).isEmpty();
    }

    @Test
    void aConsentToolIsNamedWithItsCategories() {
        Charter.AskedBy asker =
                TestCharter.of(SITE + """
                consent: { asked-by: { tool: onetrust, categories: { marketing: C0004, statistics: C0002 } } }
                banner: { runtime: none }
                services:
                """ + AUDIENCE).consent().askedBy().orElseThrow();

        assertThat(asker.tool()).contains("onetrust");
        assertThat(asker.name().textIn("en")).isEqualTo("onetrust");
        assertThat(asker.categories().toString()).isEqualTo("{marketing=C0004, statistics=C0002}");
    }

    @Test
    void theControllerIsTheDefaultProvider() {
        Charter charter = TestCharter.of(SITE.replace(" }", ", controller: Shop Ltd }") + "services:\n" + NECESSARY);
        assertThat(charter.services().stream()
                        .findFirst()
                        .orElseThrow()
                        .provider()
                        .name()
                        .textIn("en"))
                .isEqualTo("Shop Ltd");
    }

    @ParameterizedTest
    @CsvSource({
        "'[fr]', 'fr, eu'",
        "'[de, fr]', 'de, fr, eu'",
        "'[uk]', uk",
        "'[us-ca, it]', 'us-ca, it, eu'",
        "'[eu, es]', 'eu, es'"
    })
    void memberStatesImplyTheUnion(String named, String resolved) {
        Charter charter =
                TestCharter.of(SITE.replace(" }", ", jurisdictions: " + named + " }") + "services:\n" + NECESSARY);
        assertThat(charter.site().jurisdictions().toString()).isEqualTo("[" + resolved + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "www.shop.example, FIRST",
        ".www.shop.example, FIRST",
        "shop.example, FIRST",
        ".Shop.Example, FIRST",
        "app.shop.example, FIRST",
        "other.shop.example, THIRD",
        "ww.shop.example, THIRD",
        "hop.example, THIRD",
        "tracker.example, THIRD"
    })
    void theDomainDecidesTheParty(String domain, Party party) {
        Charter charter =
                charter(NECESSARY.replace("lifetime: session }", "lifetime: session, domain: \"" + domain + "\" }"));
        assertThat(cookie(charter, "SID").party()).isEqualTo(party);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[.shop.example, www.shop.example] | FIRST",
                "[tracker.example, hop.example] | THIRD",
                "[tracker.example, .shop.example] | BOTH"
            })
    void severalDomainsMayBeTheSitesAndOthers(String domains, Party party) {
        Charter charter =
                charter(NECESSARY.replace("lifetime: session }", "lifetime: session, domain: " + domains + " }"));
        assertThat(cookie(charter, "SID").party()).isEqualTo(party);
    }

    @Test
    void aPixelBelongsToTheHostOfItsUrl() {
        Charter charter = charter("  px: { category: marketing, purpose: Measure the sales, cookies: {"
                + " \"https://t.example/p?*\": { kind: pixel }, \"https://shop.example/p\": { kind: pixel } } }\n");
        assertThat(cookie(charter, "https://t.example/p?*").party()).isEqualTo(Party.THIRD);
        assertThat(cookie(charter, "https://shop.example/p").party()).isEqualTo(Party.FIRST);
        assertThat(cookie(charter, "https://t.example/p?*").lifetime()).isEmpty();
    }

    @Test
    void theKindDecidesTheDefaultLifetime() {
        Charter charter = charter("  s: { category: preferences, purpose: Remember the colours, cookies: {"
                + " a: { kind: local-storage }, b: { kind: session-storage }, c: { kind: indexed-db } } }\n");
        assertThat(cookie(charter, "a").lifetime()).contains(new Lifetime.Persistent());
        assertThat(cookie(charter, "b").lifetime()).contains(new Lifetime.Session());
        assertThat(cookie(charter, "c").lifetime()).contains(new Lifetime.Persistent());
    }

    @Test
    void onlyUsedCategoriesRemainInTheirOrder() {
        Charter charter = TestCharter.of(SITE + "categories:\n  social: { name: Social }\n  unused: {name: Unused }\n"
                + "services:\n"
                + "  z: { category: social, purpose: Share with friends, cookies: { z: { lifetime: session } } }\n"
                + "  m: { category: marketing, purpose: Show the offers, cookies: { m: { lifetime: session } } }\n"
                + NECESSARY);
        assertThat(categories(charter)).containsExactly("necessary", "marketing", "social");
        assertThat(charter.categories()).extracting(Category::needsConsent).containsExactly(false, true, true);
        assertThat(charter.categories().get(1).signals())
                .containsExactly("ad_storage", "ad_user_data", "ad_personalization");
        assertThat(charter.categories()).extracting(Category::signalsDeclared).containsOnly(false);
    }

    @Test
    void theCharterMarksDeclaredSignals() {
        Charter charter = TestCharter.of(SITE + "categories: { marketing: { signals: [ad_storage] } }\nservices:\n"
                + "  m: { category: marketing, purpose: Show the offers, cookies: { m: { lifetime: session } } }\n"
                + NECESSARY);
        assertThat(charter.categories()).extracting(Category::signalsDeclared).containsExactly(false, true);
    }

    @Test
    void anExemptServiceNeedsNoConsentInACategoryThatDoes() {
        Charter charter = charter(AUDIENCE.replace("purpose:", "consent: exempt, reason: Anonymous figures, purpose:"));
        assertThat(charter.categories()).extracting(Category::needsConsent).containsExactly(false, true);
        assertThat(charter.needsConsent()).isFalse();
    }

    @Test
    void anExemptCategoryExemptsItsServices() {
        Charter charter = TestCharter.of(SITE
                + "categories: { statistics: { consent: exempt, reason: Anonymous figures } }\nservices:\n" + AUDIENCE);
        assertThat(charter.needsConsent()).isFalse();
        assertThat(categories(charter)).containsExactly("necessary", "statistics");
    }

    @ParameterizedTest
    @CsvSource({"'', true", "'objection: true,', true", "'objection: false,', false"})
    void theVisitorCanObjectToAnExemptServiceUnlessTheSiteSaysOtherwise(String objection, boolean mayObject) {
        Charter charter = charter(NECESSARY
                + AUDIENCE.replace(
                        "purpose:", "consent: exempt, reason: Anonymous figures, " + objection + " purpose:"));
        Service audience = charter.services().get(charter.services().size() - 1);
        assertThat(audience.objection()).isEqualTo(mayObject);
        assertThat(audience.isOptional()).isEqualTo(mayObject);
        assertThat(charter.allowsObjection()).isEqualTo(mayObject);
        assertThat(charter.hasBanner()).isEqualTo(mayObject);
        assertThat(charter.services().stream().map(Service::id).anyMatch("cookie-consent"::equals))
                .isEqualTo(mayObject);
    }

    @Test
    void theVisitorCanObjectToAServiceOfAnExemptCategory() {
        Charter charter = TestCharter.of(SITE
                + "categories: { statistics: { consent: exempt, reason: Anonymous figures } }\nservices:\n" + AUDIENCE);
        assertThat(charter.services()).extracting(Service::objection).containsExactly(false, true);
    }

    @Test
    void consentLeavesNothingToObjectTo() {
        Charter charter = charter(NECESSARY + AUDIENCE);
        assertThat(charter.allowsObjection()).isFalse();
        assertThat(charter.services()).extracting(Service::isOptional).contains(true);
    }

    @Test
    void aBannerAddsItsConsentCookie() {
        Charter charter =
                TestCharter.of(SITE + "consent: { cookie: choice, lifetime: 3 months, domain: .shop.example }\n"
                        + "services:\n" + AUDIENCE);
        assertThat(categories(charter)).containsExactly("necessary", "statistics");
        Cookie choice = cookie(charter, "choice");
        assertThat(choice.lifetime()).contains(new Lifetime.Lasting(3, ChronoUnit.MONTHS));
        assertThat(choice.domains()).extracting(Charter.Domain::name).containsExactly("shop.example");
        assertThat(choice.secure()).contains(true);
        assertThat(choice.purpose().textIn("en")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cookie_consent", "cookie_*"})
    void aDeclaredConsentCookieIsNotAddedAgain(String name) {
        Charter charter = charter(NECESSARY.replace("SID", name) + AUDIENCE);
        assertThat(charter.cookies()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"cookie_*", "'cookie_consent: { domain: other.example, lifetime: 1 day }, hits'"})
    void similarCookiesDoNotReplaceTheConsentCookie(String name) {
        Charter charter = charter(AUDIENCE.replace("hits", name));
        assertThat(charter.services().stream().map(Service::id)).contains("cookie-consent");
    }

    @ParameterizedTest
    @CsvSource({
        "/p.gif?u=https://third.example/x, FIRST",
        "/a//b.gif, FIRST",
        "https://shop.example:8080/p.gif, FIRST",
        "https://third.example/?u=https://shop.example/, THIRD"
    })
    void aPixelsUrlIsReadAsAUrl(String url, Party party) {
        Charter charter = charter("  px: { category: marketing, purpose: Measure the sales, cookies: { \"" + url
                + "\": { kind: pixel } } }\n");
        assertThat(cookie(charter, url).party()).isEqualTo(party);
    }

    @Test
    void withoutABannerNoConsentCookieIsAdded() {
        assertThat(charter(NECESSARY).cookies()).hasSize(1);
        Charter ownBanner = TestCharter.of(SITE + "banner: { runtime: none }\nservices:\n" + NECESSARY + AUDIENCE);
        assertThat(ownBanner.cookies()).hasSize(2);
        assertThat(ownBanner.needsConsent()).isTrue();
        assertThat(ownBanner.hasBanner()).isFalse();
    }

    @Test
    void theAddedServiceHasAUniqueId() {
        Charter charter =
                charter(NECESSARY.replace("session:", "cookie-consent:").replaceFirst("session", "session") + AUDIENCE);
        assertThat(charter.services().stream().map(Service::id))
                .doesNotHaveDuplicates()
                .contains("cookie-consent-2");
    }

    @Test
    void languagesServeTheirRegionsAndPlainNamesServeAll() {
        Charter charter = TestCharter.of(
                "site: { name: Shop, url: \"https://shop.example\", languages: [fr, fr-CA, en] }\nservices:\n"
                        + "  s: { category: necessary, name: Session, purpose: { fr: Garder la session, en: Keep the session },"
                        + " cookies: { SID: { lifetime: session } } }\n");
        LocalizedText purpose = cookie(charter, "SID").purpose();
        assertThat(purpose.in("fr-CA")).isEqualTo(new Phrase("Garder la session", "fr-CA"));
        assertThat(charter.site().name().in("en")).isEqualTo(new Phrase("Shop", ""));
        assertThat(charter.gaps()).isEmpty();
    }

    @Test
    void missingTextsUseTheDefaultLanguageAndKeepTheirPosition() {
        Charter charter = TestCharter.of("""
                site:
                  name: Shop
                  url: https://shop.example
                  languages: [fr, en, de]
                services:
                  s:
                    category: necessary
                    purpose: { fr: Garder la session, de: Die Sitzung halten }
                    location: partout
                    cookies: { SID: { lifetime: session } }
                """);
        assertThat(cookie(charter, "SID").purpose().in("en")).isEqualTo(new Phrase("Garder la session", "fr"));
        assertThat(charter.gaps())
                .containsExactly(
                        new Gap(
                                new SourcePosition(8, 14),
                                Optional.of("s"),
                                Optional.empty(),
                                Optional.of("service 's': its purpose"),
                                List.of("en"),
                                "fr",
                                List.of(new Missing(List.of("services", "s", "purpose"), "Garder la session"))),
                        new Gap(
                                new SourcePosition(9, 15),
                                Optional.of("s"),
                                Optional.empty(),
                                Optional.of("service 's': its location"),
                                List.of("en", "de"),
                                "fr",
                                List.of(new Missing(List.of("services", "s", "location"), "partout"))));
    }

    @Test
    void aLanguageWithoutBuiltInTextsIsAGap() {
        Charter charter =
                TestCharter.of("site: { name: Shop, url: \"https://shop.example\", languages: [en, tlh] }\nservices:\n"
                        + NECESSARY.replace("Keep the session open", "{ en: Keep the session open, tlh: qaStaHvIS }"));
        Gap gap = charter.gaps().get(0);
        assertThat(charter.gaps()).hasSize(1);
        assertThat(gap.position()).isEqualTo(new SourcePosition(1, 61));
        assertThat(gap.text()).isEmpty();
        assertThat(gap.languages()).containsExactly("tlh");
        assertThat(gap.fallbackLanguage()).isEqualTo("en");
        assertThat(gap.missing())
                .contains(
                        new Missing(List.of("categories", "necessary", "name"), "Necessary cookies"),
                        new Missing(List.of("policy", "texts", "title"), "Cookie policy"),
                        new Missing(List.of("policy", "texts", "column.cookie"), "Cookie"));
        assertThat(charter.categories().get(0).name().in("tlh").language()).isEqualTo("en");
    }

    // ---- the revision -----------------------------------------------------------------------------------------------

    private static final String BASE =
            SITE + "providers: { p: { name: Provider }, q: { name: Other } }\nservices:\n" + NECESSARY
                    + AUDIENCE
                    + "  ads: { category: marketing, provider: p, purpose: { en: Measure the sales, fr: Mesurer }, frames: [ \"https://f.example/*\" ],"
                    + " cookies: { ad: { lifetime: 90 days }, \"ad_*\": { lifetime: session } } }\n";

    private static int revision(String yaml) {
        return TestCharter.of(yaml.replace("\"https://WWW", "languages: [en, fr], url: \"https://WWW")
                        .replace("url: languages", "languages"))
                .consent()
                .revision();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mesurer | Compter",
                "Keep the session open | Keep it open",
                "name: Provider | name: Provider Ltd",
                "SID | JSESSIONID",
                "cookies: { ad: { lifetime: 90 days }, \"ad_*\": { lifetime: session } } | cookies: { \"ad_*\": { lifetime: session }, ad: { lifetime: 90 days } }",
                "services: | 'banner: { theme: dark }\nservices:'",
                "lifetime: 90 days | lifetime: P90D"
            })
    void theRevisionIsStable(String from, String to) {
        String changed = BASE.replace(from, to);
        assertThat(changed).isNotEqualTo(BASE);
        assertThat(revision(changed)).isEqualTo(revision(BASE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Measure the sales | Sell what we know",
                "Count the visits | Count the visitors",
                "category: marketing | category: preferences",
                "provider: p | provider: q",
                "hits | hits2",
                "lifetime: 90 days | lifetime: 91 days",
                "https://s.example/a.js | https://s.example/b.js",
                "https://f.example/* | https://g.example/*",
                "ad: { lifetime | 'ad: { domain: ads.example, lifetime'",
                "category: necessary | category: preferences"
            })
    void theRevisionChanges(String from, String to) {
        String changed = BASE.replace(from, to);
        assertThat(changed).isNotEqualTo(BASE);
        assertThat(revision(changed)).isNotEqualTo(revision(BASE));
    }

    @Test
    void theRevisionDependsOnDomainsAndNotOnTheirOrder() {
        int one = revision(BASE.replace("ad: { lifetime", "ad: { domain: ads.example, lifetime"));
        int list = revision(BASE.replace("ad: { lifetime", "ad: { domain: [ads.example], lifetime"));
        int two = revision(BASE.replace("ad: { lifetime", "ad: { domain: [ads.example, b.example], lifetime"));
        int swapped = revision(BASE.replace("ad: { lifetime", "ad: { domain: [b.example, ads.example], lifetime"));

        assertThat(list).isEqualTo(one);
        assertThat(two).isNotEqualTo(one).isEqualTo(swapped);
    }

    @Test
    void theRevisionDoesNotDependOnTheOrderOfServicesAndCanBeOverridden() {
        String otherOrder = SITE + "services:\n" + AUDIENCE + NECESSARY;
        assertThat(TestCharter.of(otherOrder).consent().revision())
                .isEqualTo(charter(NECESSARY + AUDIENCE).consent().revision())
                .isBetween(1, Integer.MAX_VALUE);
        Charter overridden = TestCharter.of(SITE + "consent: { revision: 7 }\nservices:\n" + AUDIENCE);
        assertThat(overridden.consent().revision()).isEqualTo(7);
        assertThat(overridden.consent().computedRevision())
                .isEqualTo(charter(AUDIENCE).consent().revision());
    }

    @Test
    void anEmptySiteIsACharterToo() {
        Charter charter = TestCharter.of(SITE + "services: {}\n");
        assertThat(charter.categories()).isEmpty();
        assertThat(charter.site().controller()).isEqualTo(Optional.empty());
    }
}
