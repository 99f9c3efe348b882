package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.Axe;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.StoredCookie;
import io.github.cookiecharter.judge.Tsc;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The banner in a real browser: what is stored there and what is asked of the network, not what the page says. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class VanillaCookieConsentBrowserTest {

    private static final String ACCEPT = ".cm [data-role=all]";
    private static final String REFUSE = ".cm [data-role=necessary]";

    private final Browser browser;
    private BrowserContext visitor;
    private Shop shop;

    VanillaCookieConsentBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void arrive() {
        visitor = browser.newContext();
        shop = Shop.open();
    }

    @AfterEach
    void leave() {
        visitor.close();
        shop.close();
    }

    private BrowserPage open(String path) {
        return visitor.open(shop.url(path));
    }

    private BrowserPage decide(String path, String button) {
        BrowserPage page = open(path);
        page.waitForVisible(".cm");
        page.click(button);
        page.waitForHidden(".cm");
        return page;
    }

    private Set<String> cookieNames() {
        Set<String> names = new TreeSet<>();
        visitor.cookies().forEach(cookie -> names.add(cookie.name()));
        return names;
    }

    private StoredCookie record() {
        return visitor.cookies().stream()
                .filter(cookie -> cookie.name().equals("choice"))
                .findFirst()
                .orElseThrow();
    }

    private static String keys(BrowserPage page, String storage) {
        return page.text("Object.keys(" + storage + ").sort().join()");
    }

    private void plant(String name, String domain, String path) {
        visitor.setCookie(new StoredCookie(name, "old", domain, path, false, false, "", -1));
    }

    @Test
    void aFirstVisitShowsTheBannerAndStoresNothing() {
        BrowserPage page = open("/en.html");
        page.waitForVisible(".cm");
        page.waitUntilIdle();
        assertThat(visitor.cookies()).isEmpty();
        assertThat(keys(page, "localStorage")).isEmpty();
        assertThat(shop.wasAskedFor("/stats.js")).isFalse();
        assertThat(page.requests()).allMatch(url -> url.startsWith(shop.url("/")));
        assertThat(page.consoleErrors()).isEmpty();
        assertThat(page.isVisible("#reopen")).isTrue();
    }

    @Test
    void refusingErasesWhatAScriptMayEraseAndIsRemembered() throws Exception {
        plant("hits", "www.shop.test", "/");
        plant("hits", ".shop.test", "/");
        plant("basket-path", "www.shop.test", "/basket");
        plant("_pk_id.7", ".shop.test", "/");
        plant("_pk_ref.7", "www.shop.test", "/en.html");
        plant("_pk_keep", "www.shop.test", "/");
        plant("load", "www.shop.test", "/");
        plant("SESSION", "www.shop.test", "/");
        plant("unknown", "www.shop.test", "/");
        BrowserPage page = open("/en.html");
        page.evaluate("localStorage.setItem('heat', '1'), localStorage.setItem('other', '1')");
        page.evaluate("sessionStorage.setItem('scroll', '1')");
        page.evaluate("new Promise(done => { indexedDB.open('clicks').onsuccess = e => { e.target.result.close();"
                + " done(true) } })");
        page.waitForVisible(".cm");
        page.click(REFUSE);
        page.waitForHidden(".cm");
        page.waitFor("indexedDB.databases().then(all => all.length === 0)");

        assertThat(cookieNames()).containsExactly("SESSION", "_pk_keep", "choice", "load", "unknown");
        assertThat(keys(page, "localStorage")).isEqualTo("other");
        assertThat(keys(page, "sessionStorage")).isEmpty();

        page.reload();
        page.waitUntilIdle();
        assertThat(page.isVisible(".cm")).isFalse();
        assertThat(shop.wasAskedFor("/stats.js")).isFalse();
        JsonNode choice = new ObjectMapper().readTree(URLDecoder.decode(record().value(), StandardCharsets.UTF_8));
        assertThat(choice.path("categories").toString()).isEqualTo("[\"necessary\"]");
        assertThat(choice.path("revision").asInt())
                .isEqualTo(TestCharter.of(Shop.CHARTER).consent().revision());
    }

    @Test
    void theRecordIsKeptAsLongAndAsNarrowlyAsDeclared() {
        decide("/en.html", REFUSE);
        StoredCookie record = record();
        assertThat(record.domain()).isEqualTo("www.shop.test");
        assertThat(record.path()).isEqualTo("/");
        assertThat(record.sameSite()).isEqualTo("Lax");
        double days = (record.expires() - Instant.now().getEpochSecond()) / 86_400;
        assertThat(days).isBetween(181.9, 182.01);
    }

    @Test
    void acceptingRunsTheScriptOnceOnEachPage() {
        BrowserPage page = decide("/en.html", ACCEPT);
        page.waitFor("window.ran === 1");
        assertThat(cookieNames()).contains("hits", "_pk_id.7", "_pk_ses.7", "choice", "load");
        page.reload();
        page.waitFor("window.ran === 1");
        assertThat(page.isVisible(".cm")).isFalse();
        assertThat(page.consoleErrors()).isEmpty();
    }

    @Test
    void withdrawingErasesAndReloads() {
        BrowserPage page = decide("/en.html", ACCEPT);
        page.waitFor("window.ran === 1");
        page.click("#reopen");
        page.waitForVisible(".pm");
        page.evaluate("document.querySelector('.pm input[value=statistics]').click()");
        page.awaitLoad(() -> page.click(".pm [data-role=save]"));
        page.waitUntilIdle();
        assertThat(page.is("window.ran")).isFalse();
        assertThat(cookieNames()).containsExactly("_pk_keep", "choice", "load");
        assertThat(keys(page, "localStorage")).isEqualTo("other");
        assertThat(page.isVisible(".cm")).isFalse();
    }

    @Test
    void withoutReloadTheRunningPageStays() {
        shop.generate(Shop.CHARTER.replace("consent:\n  cookie", "consent:\n  reload: false\n  cookie"));
        BrowserPage page = decide("/en.html", ACCEPT);
        page.waitFor("window.ran === 1");
        int loads = page.loads();
        page.click("#reopen");
        page.waitForVisible(".pm");
        page.click(".pm [data-role=necessary]");
        page.waitForHidden(".pm");
        page.waitUntilIdle();
        assertThat(page.loads()).isEqualTo(loads);
        assertThat(cookieNames()).containsExactly("_pk_keep", "choice", "load");
    }

    @Test
    void whatWasAskedHasChangedSoItIsAskedAgain() {
        decide("/en.html", ACCEPT);
        shop.generate(
                Shop.CHARTER.replace("Count the visits", "Sell the visits").replace("Compter", "Vendre"));
        BrowserPage page = open("/en.html");
        page.waitForVisible(".cm");
        page.waitUntilIdle();
        assertThat(page.is("window.ran")).isFalse();
        assertThat(page.text("document.querySelector('.cm').innerText"))
                .contains("we have changed what we ask your consent for");
    }

    @Test
    void onAFirstVisitNothingIsSaidOfAChange() {
        BrowserPage page = open("/en.html");
        page.waitForVisible(".cm");
        assertThat(page.text("document.querySelector('.cm').innerText"))
                .doesNotContain("has changed")
                .doesNotContain("{");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "%",
                "%7B",
                "null",
                "5",
                "[]",
                "{}",
                "{\"categories\":[\"statistics\"]}",
                "{\"categories\":\"statistics\",\"revision\":REVISION,\"consentId\":\"1\",\"consentTimestamp\":\"2026-11-23T00:00:00Z\",\"lastConsentTimestamp\":\"2026-11-23T00:00:00Z\",\"services\":{}}",
                "{\"categories\":[\"statistics\"],\"revision\":REVISION,\"consentId\":\"1\",\"consentTimestamp\":\"yesterday\",\"lastConsentTimestamp\":\"2026-11-23T00:00:00Z\",\"services\":{}}",
                "{\"categories\":[\"statistics\"],\"revision\":REVISION,\"consentId\":\"1\",\"consentTimestamp\":\"2026-11-23T00:00:00Z\",\"lastConsentTimestamp\":\"2026-11-23T00:00:00Z\",\"services\":[[1]]}",
                "{\"categories\":[\"statistics\"],\"revision\":1,\"consentId\":\"1\",\"consentTimestamp\":\"2026-11-23T00:00:00Z\",\"lastConsentTimestamp\":\"2026-11-23T00:00:00Z\",\"services\":{}}"
            })
    void aBrokenRecordIsNoConsentAndTheVisitorIsAsked(String value) {
        int revision = TestCharter.of(Shop.CHARTER).consent().revision();
        String stored = URLEncoder.encode(value.replace("REVISION", Integer.toString(revision)), StandardCharsets.UTF_8)
                .replace("+", "%20");
        String raw = value.startsWith("%") ? value : stored;
        visitor.setCookie(StoredCookie.of("choice", raw, "www.shop.test"));
        BrowserPage page = open("/en.html");
        page.waitForVisible(".cm");
        page.waitUntilIdle();
        assertThat(shop.wasAskedFor("/stats.js")).isFalse();
        page.click(REFUSE);
        page.waitForHidden(".cm");
        page.reload();
        page.waitUntilIdle();
        assertThat(page.isVisible(".cm")).isFalse();
        assertThat(page.consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Tout accepter",
        "en, Accept all",
        "EN-gb, Accept all",
        "fr-CA, Tout accepter",
        "zh, Tout accepter",
        "'', Tout accepter"
    })
    void theBannerSpeaksThePagesLanguage(String language, String accept) {
        shop.site.put("/page.html", Shop.page(language, head()));
        BrowserPage page = open("/page.html");
        page.waitForVisible(".cm");
        assertThat(page.text("document.querySelector('" + ACCEPT + "').innerText"))
                .isEqualTo(accept);
    }

    private String head() {
        return new String(
                Shop.banner(Shop.CHARTER).artefacts().stream()
                        .filter(artefact -> artefact.path().equals("head.html"))
                        .findFirst()
                        .orElseThrow()
                        .content(),
                StandardCharsets.UTF_8);
    }

    @Test
    void globalPrivacyControlIsARefusalUntilTheVisitorDecides() {
        plant("hits", "www.shop.test", "/");
        BrowserPage page = visitor.newPage();
        page.globalPrivacyControl();
        page.goTo(shop.url("/en.html"));
        page.waitForVisible("[data-cookie-charter=gpc]");
        page.waitUntilIdle();
        assertThat(page.isVisible(".cm")).isFalse();
        assertThat(visitor.cookies()).isEmpty();
        page.click("#reopen");
        page.waitForVisible(".pm [data-cookie-charter=gpc]");
        page.click(".pm [data-role=all]");
        page.waitFor("window.ran === 1");
        assertThat(page.isVisible("[data-cookie-charter=gpc]")).isFalse();
        page.reload();
        page.waitFor("window.ran === 1");
        assertThat(page.isVisible("main [data-cookie-charter=gpc]")).isFalse();
    }

    @Test
    void anIgnoredSignalChangesNothing() {
        shop.generate(Shop.CHARTER.replace("consent:\n  cookie", "consent:\n  gpc: ignore\n  cookie"));
        BrowserPage page = visitor.newPage();
        page.globalPrivacyControl();
        page.goTo(shop.url("/en.html"));
        page.waitForVisible(".cm");
        assertThat(page.isVisible("main [data-cookie-charter=gpc]")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"default-src 'self'", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"})
    void aStrictPolicyIsKept(String policy) {
        shop.site.header("*", "Content-Security-Policy", policy);
        BrowserPage page = decide("/en.html", ACCEPT);
        page.waitFor("window.ran === 1");
        page.click("#reopen");
        page.waitForVisible(".pm");
        page.awaitLoad(() -> page.click(".pm [data-role=necessary]"));
        page.waitUntilIdle();
        assertThat(cookieNames()).containsExactly("_pk_keep", "choice", "load");
        assertThat(page.consoleErrors()).isEmpty();
    }

    @Test
    void theScriptAloneFindsItsNeighboursFromItsOwnAddress() {
        shop.site.put(
                "/deep/er/page.html",
                Shop.page(
                        "en",
                        "<script type=\"text/plain\" data-category=\"statistics\" src=\"/stats.js\"></script>"
                                + "<script src=\"../../cookie-charter/banner.js?v=1#x\"></script>"));
        BrowserPage page = open("/deep/er/page.html");
        page.waitForVisible(".cm");
        page.click(ACCEPT);
        page.waitFor("window.ran === 1");
        assertThat(page.consoleErrors()).isEmpty();
        assertThat(page.text("document.querySelector('.cm a').href"))
                .isEqualTo(shop.url("/cookie-charter/policy.en.html"));
    }

    @Test
    void oneChoiceCountsOnAllHostsThatShareIt() {
        shop.generate(Shop.CHARTER.replace("consent:\n  cookie", "consent:\n  domain: shop.test\n  cookie"));
        visitor.setCookie(StoredCookie.of("choice", "left-from-before", "www.shop.test"));
        decide("/en.html", ACCEPT);
        assertThat(record().domain()).isEqualTo(".shop.test");
        assertThat(visitor.cookies().stream().filter(cookie -> cookie.name().equals("choice")))
                .hasSize(1);
        BrowserPage other = visitor.open(shop.site.url("app.shop.test", "/en.html"));
        other.waitFor("window.ran === 1");
        assertThat(other.isVisible(".cm")).isFalse();
    }

    @Test
    void refusalIsAsEasyAndAsProminentAsAcceptance() {
        BrowserPage page = open("/en.html");
        page.waitForVisible(".cm");
        String style = "(e => { const s = getComputedStyle(e), r = e.getBoundingClientRect();"
                + " return [s.backgroundColor, s.color, s.fontSize, s.fontWeight, Math.round(r.width), Math.round(r.height)]"
                + ".join() })(document.querySelector('%s'))";
        assertThat(page.text(style.formatted(REFUSE))).isEqualTo(page.text(style.formatted(ACCEPT)));
    }

    @Test
    void thePreferencesShowTheTableOfThePage() {
        BrowserPage page = decide("/fr.html", REFUSE);
        page.click("#reopen");
        page.waitForVisible(".pm");
        String rows = page.text("Array.from(document.querySelectorAll('.pm tbody tr'), row =>"
                + " Array.from(row.cells, cell => cell.textContent).join('|')).join('\\n')");
        assertThat(rows)
                .contains(
                        "SESSION|La Boutique|Garder la session ouverte sur le site|jusqu’à la fermeture du navigateur")
                .contains("_pk_*|La Boutique|Compter les visites du site|13\u00a0mois")
                .contains("choice|");
        assertThat(page.evaluate("Array.from(document.querySelectorAll('.pm td')).every(cell =>"
                                + " document.getElementById(cell.headers) && cell.headers.indexOf(' ') < 0)")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void everyWordOfTheInterfaceIsOurs() {
        BrowserPage page = decide("/fr.html", REFUSE);
        page.click("#reopen");
        page.waitForVisible(".pm");
        assertThat(page.isVisible("#cc-main [data-cookie-charter=gpc]")).isFalse();
        String words = page.text("document.querySelector('#cc-main').textContent");
        assertThat(words)
                .doesNotContain("undefined")
                .doesNotContainIgnoringCase("accept all")
                .contains("Tout refuser");
        assertThat(page.evaluate("Array.from(document.querySelectorAll('#cc-main [aria-label]'), e =>"
                                + " e.getAttribute('aria-label'))")
                        .toString())
                .isEqualTo("[\"Fermer\"]");
    }

    @Test
    void hostileTextIsShownAsText() {
        List<String> fields =
                List.of("La Boutique", "The Shop", "Session", "Statistics", "Count the visits to the site");
        String hostile = Shop.CHARTER;
        String attack = "<img src=x onerror=alert(1)>'</script><script>alert(2)</script>{{revisionMessage}}$&${1}&amp;";
        for (String field : fields) {
            String quoted = "\"" + attack + field + "\"";
            hostile = hostile.replace("name: " + field + "\n", "name: " + quoted + "\n")
                    .replace("en: " + field + " }", "en: " + quoted + " }");
        }
        shop.generate(hostile);
        BrowserPage page = decide("/en.html", REFUSE);
        page.click("#reopen");
        page.waitForVisible(".pm");
        page.waitUntilIdle();
        assertThat(page.dialogs()).isEmpty();
        assertThat(page.is("document.querySelector('#cc-main img, #cc-main script')"))
                .isFalse();
        assertThat(page.text("document.querySelector('#cc-main').textContent")).contains(attack.strip() + "The Shop");
        assertThat(page.text("document.querySelector('.pm .toggle__label').textContent"))
                .isEqualTo("Necessary cookies");
    }

    @ParameterizedTest
    @CsvSource({
        "box, bottom, cm--box cm--bottom cm--right",
        "box, top, cm--box cm--top cm--right",
        "box, center, cm--box cm--middle cm--center",
        "bar, bottom, cm--bar cm--inline cm--bottom",
        "bar, top, cm--bar cm--inline cm--top"
    })
    void layoutAndPositionAreThoseDeclared(String layout, String position, String classes) {
        shop.generate(Shop.CHARTER + "banner: { layout: " + layout + ", position: " + position + ", theme: dark }\n");
        BrowserPage page = open("/en.html");
        page.waitForVisible(".cm");
        assertThat(page.text("document.querySelector('.cm').className").split(" "))
                .contains(classes.split(" "));
        assertThat(page.is("document.documentElement.classList.contains('cc--darkmode')"))
                .isTrue();
    }

    @Test
    void theThemeFollowsTheVisitorsUnlessDeclared() {
        BrowserPage page = visitor.newPage();
        page.setMediaFeature("prefers-color-scheme", "dark");
        page.goTo(shop.url("/en.html"));
        page.waitFor("document.documentElement.classList.contains('cc--darkmode')");
        page.setMediaFeature("prefers-color-scheme", "light");
        page.waitFor("!document.documentElement.classList.contains('cc--darkmode')");
    }

    @Test
    void itFitsASmallPhoneAndWorksByKeyboard() {
        BrowserPage page = visitor.newPage();
        page.setViewport(320, 640, true);
        page.goTo(shop.url("/fr.html"));
        page.waitForVisible(".cm");
        assertThat(page.evaluate("document.documentElement.scrollWidth").asInt())
                .isEqualTo(320);
        page.keyboard("Tab");
        page.waitFor("document.querySelector('.cm').contains(document.activeElement)");
        page.evaluate("document.querySelector('" + REFUSE + "').focus()");
        page.keyboard("Enter");
        page.waitForHidden(".cm");
        assertThat(cookieNames()).containsExactly("choice");
    }

    @ParameterizedTest
    @CsvSource({"fr, light", "fr, dark", "en, light", "en, dark"})
    void bannerAndPreferencesAreAccessible(String language, String scheme) {
        BrowserPage page = visitor.newPage();
        page.setMediaFeature("prefers-color-scheme", scheme);
        page.setMediaFeature("prefers-reduced-motion", "reduce");
        page.goTo(shop.url("/" + language + ".html"));
        page.waitForVisible(".cm");
        page.waitUntilIdle();
        assertThat(Axe.violations(page, "#cc-main")).isEmpty();
        page.click(".cm [data-role=show]");
        page.waitForVisible(".pm");
        page.evaluate("document.querySelectorAll('.pm [aria-expanded=false]').forEach(e => e.click())");
        page.waitUntilIdle();
        assertThat(Axe.violations(page, "#cc-main")).isEmpty();
    }

    /** The library drops what it does not know without a word; its own types don't. */
    @Test
    void theConfigurationIsWhatTheLibrarysTypesSay() {
        BrowserPage page = open("/en.html");
        page.waitForVisible(".cm");
        String configuration = page.text("JSON.stringify({ ...CookieConsent.getConfig('language') && ["
                + " 'mode', 'revision', 'autoShow', 'hideFromBots', 'cookie', 'guiOptions', 'categories', 'language']"
                + ".reduce((all, key) => ({ ...all, [key]: CookieConsent.getConfig(key) }), {}) }, null, 2)");
        assertThat(configuration).contains("expiresAfterDays", "sections", "linkedCategory");
        assertThat(Tsc.check("import type { CookieConsentConfig } from 'vanilla-cookieconsent';\n"
                        + "export const configuration: CookieConsentConfig = " + configuration
                        + ";\n"))
                .isEmpty();
    }

    @Test
    void aMisspeltCategoryIsNoConsentAndSaid() {
        shop.site.put(
                "/page.html",
                Shop.page(
                        "en",
                        "<script type=\"text/plain\" data-category=\"statistic\" data-src=\"/no.js\"></script>"
                                + head()));
        BrowserPage page = decide("/page.html", ACCEPT);
        page.waitFor("window.ran === 1");
        assertThat(shop.wasAskedFor("/no.js")).isFalse();
        assertThat(page.consoleWarnings())
                .singleElement()
                .asString()
                .contains("names no category of the charter and stays held back");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'nonce-r4nd0m'", "'nonce-r4nd0m' 'strict-dynamic'"})
    void scriptsAllowedByNonceAloneAreEnough(String scripts) {
        shop.site.put("/page.html", Shop.page("en", head().replace("<script", "<script nonce=\"r4nd0m\"")));
        shop.site.header(
                "/page.html",
                "Content-Security-Policy",
                "default-src 'none'; script-src " + scripts + "; style-src 'self'; report-uri /reports");
        BrowserPage page = decide("/page.html", ACCEPT);
        page.waitFor("window.ran === 1");
        page.click("#reopen");
        page.waitForVisible(".pm");
        page.awaitLoad(() -> page.click(".pm [data-role=necessary]"));
        page.waitUntilIdle();
        assertThat(shop.wasAskedFor("/reports")).isFalse();
        assertThat(page.consoleErrors()).isEmpty();
        assertThat(cookieNames()).containsExactly("_pk_keep", "choice", "load");
    }

    /** A browser that a test drives is a visitor too. */
    @Test
    void aDrivenBrowserIsAskedLikeAnyOther() {
        BrowserPage page = visitor.newPage();
        page.scriptBeforeLoad("Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => true })");
        page.goTo(shop.url("/en.html"));
        page.waitForVisible(".cm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"cho*\"", "choice"})
    void theRecordOutlivesARefusalThatCoversItsName(String name) {
        shop.generate(Shop.CHARTER.replace("hits: {", name + ": {"));
        BrowserPage page = decide("/en.html", REFUSE);
        page.reload();
        page.waitUntilIdle();
        assertThat(page.isVisible(".cm")).isFalse();
        assertThat(cookieNames()).containsExactly("choice");
    }

    @ParameterizedTest
    @CsvSource({"568, 320", "320, 256", "320, 180"})
    void inASmallWindowEveryPartCanBeReached(int width, int height) {
        BrowserPage page = visitor.newPage();
        page.setViewport(width, height, true);
        page.goTo(shop.url("/fr.html"));
        page.waitForVisible(".cm");
        page.waitUntilIdle();
        assertThat(page.evaluate("document.querySelector('.cm').getBoundingClientRect().top")
                        .asDouble())
                .isNotNegative();
        page.evaluate("document.querySelector('" + REFUSE + "').scrollIntoView()");
        page.click(REFUSE);
        page.waitForHidden(".cm");
    }

    @Test
    void aPolicyElsewhereIsLinkedAsWritten() {
        shop.generate(Shop.CHARTER.replace("contact:", "cookie-policy: HTTPS://www.shop.test/cookies\n  contact:"));
        BrowserPage page = open("/en.html");
        page.waitForVisible(".cm");
        assertThat(page.text("document.querySelector('.cm a').href")).isEqualTo("https://www.shop.test/cookies");
    }
}
