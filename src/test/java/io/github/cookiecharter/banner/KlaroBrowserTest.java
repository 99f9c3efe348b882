package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cookiecharter.TestCharter;
import io.github.cookiecharter.judge.Axe;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.KlaroSource;
import io.github.cookiecharter.judge.Page;
import io.github.cookiecharter.judge.StoredCookie;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** klaro in a real browser: what is klaro's own, and every fault of klaro's that the generated script is built around. */
@ExtendWith(BrowserExtension.class)
class KlaroBrowserTest {

    /** Two services in one category, the id of one beginning and ending that of others. */
    private static final String CHARTER = Shop.CHARTER.replace("services:\n", """
            banner: { runtime: klaro }
            services:
              maps:
                category: marketing
                name: Maps
                purpose: { fr: Montrer une carte, en: Show a map }
                cookies:
                  map: { lifetime: 1 day }
              audience-maps:
                category: marketing
                name: Audience of the maps
                purpose: { fr: Compter les cartes, en: Count the maps }
                scripts: [ /maps.js ]
                cookies:
                  maps: { lifetime: 1 day }
            """);

    private static final String NOTICE = ".klaro .cookie-notice";
    private static final String ACCEPT = NOTICE + " .cm-btn-success";
    private static final String REFUSE = NOTICE + " .cn-decline";
    private static final String DETAILS = NOTICE + " .cn-learn-more";
    private static final String PREFERENCES = ".klaro .cm-modal";
    private static final String SAVE = PREFERENCES + " .cm-btn-info";
    private static final String CLOSE = PREFERENCES + " .hide";
    private static final Duration A_WHILE = Duration.ofMillis(400);

    private final Browser browser;
    private BrowserContext visitor;
    private Shop shop;

    KlaroBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void arrive() {
        visitor = browser.newContext();
        shop = Shop.open(CHARTER);
        shop.site.put("/maps.js", "window.maps = 1; document.cookie = 'maps=1; path=/'");
    }

    @AfterEach
    void leave() {
        visitor.close();
        shop.close();
    }

    private Page open(String path) {
        return visitor.open(shop.url(path));
    }

    private Page decide(String path, String button) {
        Page page = open(path);
        page.waitForVisible(NOTICE);
        page.click(button);
        page.waitForHidden(NOTICE);
        return page;
    }

    private Page preferences(Page page) {
        page.click("#reopen");
        page.waitForVisible(PREFERENCES);
        page.evaluate("document.querySelectorAll('.cm-caret a').forEach(each => each.click())");
        page.waitForVisible("#service-item-audience + label");
        return page;
    }

    private static void toggle(Page page, String service) {
        page.evaluate("document.querySelector('#service-item-" + service + "').click()");
    }

    private static String recordName(String yaml) {
        return TestCharter.of(yaml).consent().cookie();
    }

    private StoredCookie record() {
        return visitor.cookies().stream()
                .filter(cookie -> cookie.name().equals(recordName(CHARTER)))
                .findFirst()
                .orElseThrow();
    }

    private String decoded() {
        return URLDecoder.decode(record().value(), StandardCharsets.UTF_8);
    }

    private Set<String> cookieNames() {
        Set<String> names = new TreeSet<>();
        visitor.cookies().forEach(cookie -> names.add(cookie.name()));
        return names;
    }

    private void plant(String name, String value) {
        visitor.setCookie(StoredCookie.of(name, value, "www.shop.test"));
    }

    private void plantRecord(String json) {
        plant(
                recordName(CHARTER),
                URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    @Test
    void refusalAcceptanceAndSomethingBetweenAreRecordedByService() {
        Page page = decide("/en.html", REFUSE);
        assertThat(record().value())
                .isEqualTo("%7B%22session%22%3Atrue%2C%22cookie-consent%22%3Atrue%2C%22audience%22%3Afalse%2C"
                        + "%22exempt%22%3Atrue%2C%22maps%22%3Afalse%2C%22audience-maps%22%3Afalse%7D");
        preferences(page);
        toggle(page, "maps");
        page.click(SAVE);
        page.waitForHidden(PREFERENCES);
        page.idle(A_WHILE);
        assertThat(decoded())
                .isEqualTo("{\"session\":true,\"cookie-consent\":true,\"audience\":false,\"exempt\":true,"
                        + "\"maps\":true,\"audience-maps\":false}");
        assertThat(shop.wasAskedFor("/maps.js")).isFalse();
        assertThat(shop.wasAskedFor("/stats.js")).isFalse();
        preferences(page);
        page.click(PREFERENCES + " .cm-btn-accept-all");
        page.waitFor("window.maps === 1 && window.ran === 1");
        assertThat(decoded()).doesNotContain("false");
        page.reload();
        page.waitFor("window.maps === 1 && window.ran === 1");
    }

    @Test
    void aServiceRunsByItsWholeIdAlone() {
        Page page = open("/en.html");
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        toggle(page, "audience-maps");
        page.click(SAVE);
        page.waitFor("window.maps === 1");
        page.idle(A_WHILE);
        assertThat(shop.wasAskedFor("/stats.js")).isFalse();
        page.reload();
        page.waitFor("window.maps === 1");
        page.idle(A_WHILE);
        assertThat(shop.wasAskedFor("/stats.js")).isFalse();
        assertThat(cookieNames()).containsExactly(recordName(CHARTER), "maps");
    }

    @Test
    void theRecordHasTheAttributesThatAreDeclared() {
        decide("/en.html", REFUSE);
        StoredCookie record = record();
        assertThat(record.domain()).isEqualTo("www.shop.test");
        assertThat(record.path()).isEqualTo("/");
        assertThat(record.sameSite()).isEqualTo("Lax");
        assertThat(days(record)).isBetween(182.6, 182.63);
    }

    private static double days(StoredCookie record) {
        return (record.expires() - Instant.now().getEpochSecond()) / 86_400;
    }

    @ParameterizedTest
    @CsvSource({"90 minutes, 0.0620, 0.0626", "23 hours, 0.957, 0.959", "session, -100000, 0"})
    void aLifetimeThatKlaroDoesNotKnowIsKeptAllTheSame(String lifetime, double from, double to) {
        shop.generate(CHARTER.replace("lifetime: 6 months", "lifetime: " + lifetime));
        decide("/en.html", REFUSE);
        assertThat(days(record())).isBetween(from, to);
        assertThat(record().expires() < 0).isEqualTo(lifetime.equals("session"));
    }

    /** Only what runs on https can be told by the script that is written: Chromium is served over http here. */
    @Test
    void onHttpsTheRecordIsSecure() {
        Page page = visitor.newPage();
        page.respond("https://www.shop.test/en.html", "text/html", Shop.page("en", head()), Map.of());
        for (String file : List.of("klaro.min.css", "klaro-charter.css", "klaro-no-css.js", "banner.js")) {
            page.respond(
                    "https://www.shop.test/cookie-charter/" + file,
                    file.endsWith("css") ? "text/css" : "text/javascript",
                    file(CHARTER, file),
                    Map.of());
        }
        page.goTo("https://www.shop.test/en.html");
        page.waitForVisible(NOTICE);
        page.click(REFUSE);
        page.waitForHidden(NOTICE);
        assertThat(record().secure()).isTrue();
        assertThat(record().sameSite()).isEqualTo("Lax");
        page.goTo("https://www.shop.test/en.html");
        page.idle(A_WHILE);
        assertThat(page.isVisible(NOTICE)).isFalse();
    }

    private static String file(String yaml, String name) {
        return Shop.banner(yaml).artefacts().stream()
                .filter(artefact -> artefact.path().equals(name))
                .map(artefact -> new String(artefact.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private static String head() {
        return file(CHARTER, "head.html");
    }

    /** What is switched in the open preferences is no choice until it is saved; klaro's own state says it is. */
    @Test
    void whatIsSwitchedAndNotSavedAllowsNothing() {
        Page page = preferences(decide("/en.html", REFUSE));
        String before = record().value();
        toggle(page, "audience");
        page.click(CLOSE);
        page.waitForHidden(PREFERENCES);
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<script type=\"text/plain\""
                + " data-cookie-charter-services=\"audience\" data-src=\"/late.js\"></scr' + 'ipt>')");
        page.idle(A_WHILE);
        assertThat(shop.wasAskedFor("/late.js")).isFalse();
        assertThat(shop.wasAskedFor("/stats.js")).isFalse();
        assertThat(record().value()).isEqualTo(before);
    }

    @Test
    void withdrawingIsOneClickErasesAndReloads() {
        Page page = decide("/en.html", ACCEPT);
        page.waitFor("window.ran === 1 && window.maps === 1");
        preferences(page);
        page.awaitLoad(() -> page.click(PREFERENCES + " .cm-btn-decline-all"));
        page.idle(A_WHILE);
        assertThat(page.is("window.ran || window.maps")).isFalse();
        assertThat(cookieNames()).containsExactly("_pk_keep", recordName(CHARTER), "load");
        assertThat(page.text("Object.keys(localStorage).join()")).isEqualTo("other");
        assertThat(page.isVisible(NOTICE)).isFalse();
    }

    @Test
    void withdrawingOneServiceLeavesTheOthers() {
        Page page = decide("/en.html", ACCEPT);
        page.waitFor("window.ran === 1 && window.maps === 1");
        preferences(page);
        toggle(page, "audience-maps");
        page.awaitLoad(() -> page.click(SAVE));
        page.waitFor("window.ran === 1");
        page.idle(A_WHILE);
        assertThat(page.is("window.maps")).isFalse();
        assertThat(cookieNames()).contains("hits", "_pk_id.7").doesNotContain("maps");
    }

    @Test
    void whatWasAskedHasChangedSoItIsAskedAgainAndTheFormerRecordGoes() {
        decide("/en.html", ACCEPT);
        String changed =
                CHARTER.replace("Count the visits", "Sell the visits").replace("Compter les v", "Vendre les v");
        shop.generate(changed);
        Page page = open("/en.html");
        page.waitForVisible(NOTICE);
        page.idle(A_WHILE);
        assertThat(page.is("window.ran")).isFalse();
        assertThat(page.text("document.querySelector('.cn-changes').innerText"))
                .contains("has changed since your last choice");
        page.click(REFUSE);
        page.waitForHidden(NOTICE);
        assertThat(cookieNames()).contains(recordName(changed)).doesNotContain(recordName(CHARTER));
    }

    @Test
    void onAFirstVisitNothingIsSaidOfAChange() {
        Page page = open("/en.html");
        page.waitForVisible(NOTICE);
        assertThat(page.isVisible(".cn-changes")).isFalse();
    }

    /** klaro shows no banner at all over a record that is no JSON, and takes any text for consent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "",
                "%",
                "%7B",
                "%FF",
                "null",
                "5",
                "true",
                "\"audience\"",
                "[]",
                "[true]",
                "{}",
                "{\"audience\":\"false\"}",
                "{\"audience\":1}",
                "{\"audience\":null}",
                "{\"audience\":{}}",
                "{\"session\":true,\"cookie-consent\":true,\"audience\":\"true\",\"exempt\":true,\"maps\":false,\"audience-maps\":false}",
                "{\"audience\":true}",
                "{\"constructor\":true}",
                "{\"__proto__\":true,\"audience\":true}",
                "{\"audience\":true,\"maps\":false}",
                "{\"Audience\":true,\"maps\":true,\"audience-maps\":true}"
            })
    void aBrokenOrPartialRecordIsNoConsentAndTheVisitorIsAsked(String value) {
        if (value.startsWith("%") || value.isEmpty()) {
            plant(recordName(CHARTER), value);
        } else {
            plantRecord(value);
        }
        Page page = open("/en.html");
        page.waitForVisible(NOTICE);
        page.idle(A_WHILE);
        assertThat(shop.wasAskedFor("/stats.js")).isFalse();
        page.click(REFUSE);
        page.waitForHidden(NOTICE);
        page.reload();
        page.idle(A_WHILE);
        assertThat(page.isVisible(NOTICE)).isFalse();
        assertThat(page.consoleErrors()).isEmpty();
    }

    @Test
    void twoRecordsThatDifferAreNoChoice() {
        String all = "{\"audience\":true,\"maps\":true,\"audience-maps\":true}";
        plantRecord(all);
        visitor.setCookie(StoredCookie.of(
                recordName(CHARTER),
                URLEncoder.encode(all.replace("true", "false"), StandardCharsets.UTF_8),
                ".shop.test"));
        Page page = open("/en.html");
        page.waitForVisible(NOTICE);
        page.idle(A_WHILE);
        assertThat(page.is("window.ran || window.maps")).isFalse();
        page.click(ACCEPT);
        page.waitFor("window.ran === 1");
        page.reload();
        page.waitFor("window.ran === 1");
        assertThat(visitor.cookies().stream().filter(cookie -> cookie.name().equals(recordName(CHARTER))))
                .hasSize(1);
    }

    /** klaro would ask anew, although nothing that needs consent has changed, and never mind the revision. */
    @Test
    void aNewNecessaryServiceIsNothingToAskFor() {
        plantRecord("{\"audience\":true,\"maps\":false,\"audience-maps\":false}");
        Page page = open("/en.html");
        page.waitFor("window.ran === 1");
        page.idle(A_WHILE);
        assertThat(page.isVisible(NOTICE)).isFalse();
        assertThat(shop.wasAskedFor("/maps.js")).isFalse();
    }

    @Test
    void aNewServiceIsAskedForEvenWhereTheRevisionIsHeld() {
        String held = CHARTER.replace("consent:\n", "consent:\n  revision: 7\n");
        shop.generate(held.replace("  maps:\n", "  charts:\n"));
        decide("/en.html", ACCEPT);
        shop.generate(held);
        Page page = open("/en.html");
        page.waitForVisible(".cn-changes");
        page.idle(A_WHILE);
        assertThat(page.is("window.ran")).isFalse();
        assertThat(cookieNames()).contains("choice-r7");
    }

    @Test
    void globalPrivacyControlIsARefusalUntilTheVisitorDecides() {
        plant("hits", "1");
        Page page = visitor.newPage();
        page.globalPrivacyControl();
        page.goTo(shop.url("/en.html"));
        page.waitForVisible("main [data-cookie-charter=gpc]");
        page.idle(A_WHILE);
        assertThat(page.isVisible(NOTICE)).isFalse();
        assertThat(visitor.cookies()).isEmpty();
        page.click("#reopen");
        page.waitForVisible(PREFERENCES + " [data-cookie-charter=gpc]");
        page.click(CLOSE);
        page.waitForHidden(PREFERENCES);
        page.idle(A_WHILE);
        assertThat(page.isVisible(NOTICE)).isFalse();
        page.click("#reopen");
        page.click(PREFERENCES + " .cm-btn-accept-all");
        page.waitFor("window.ran === 1");
        assertThat(page.isVisible("main [data-cookie-charter=gpc]")).isFalse();
        page.reload();
        page.waitFor("window.ran === 1");
        assertThat(page.isVisible("main [data-cookie-charter=gpc]")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default-src 'self'",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'",
                "default-src 'self'; script-src 'nonce-abc'"
            })
    void aStrictPolicyIsKept(String policy) {
        String page = Shop.page("en", head().replace("<script ", "<script nonce=\"abc\" "));
        shop.site.put("/strict.html", page);
        shop.site.header("/strict.html", "Content-Security-Policy", policy);
        Page strict = decide("/strict.html", ACCEPT);
        strict.waitFor("window.ran === 1 && window.maps === 1");
        preferences(strict);
        strict.awaitLoad(() -> strict.click(PREFERENCES + " .cm-btn-decline-all"));
        strict.idle(A_WHILE);
        assertThat(cookieNames()).containsExactly("_pk_keep", recordName(CHARTER), "load");
        assertThat(strict.consoleErrors()).isEmpty();
    }

    /** klaro reads orders from the fragment, and fails to load where it is malformed. */
    @ParameterizedTest
    @ValueSource(strings = {"#100%", "#klaro-config=location", "#klaro-config=name&klaro-testing", "#/search?q=%E9"})
    void noFragmentOfTheAddressKeepsTheBannerAway(String fragment) {
        Page page = decide("/en.html" + fragment, REFUSE);
        assertThat(decoded()).contains("\"audience\":false");
        assertThat(page.text("decodeURI('%C3%A9')")).isEqualTo("é");
        assertThat(page.isVisible("#klaro")).isFalse();
    }

    @Test
    void anElementCalledKlaroIsNotTakenForTheRuntime() {
        shop.site.put(
                "/alone.html",
                Shop.page("en", "<script defer src=\"/cookie-charter/banner.js\"></script>")
                        .replace("<main>", "<main><p id=\"klaro\">Klaro!</p><p id=\"klaroConfig\">Alles klar</p>"));
        Page page = decide("/alone.html", ACCEPT);
        page.waitFor("klaro.getManager");
        assertThat(page.isVisible("#klaro")).isTrue();
        assertThat(page.consoleErrors()).isEmpty();
    }

    /** Where the visitor forbids storage, klaro alone would fail to start. */
    @Test
    void withoutStorageTheBannerStillAsks() {
        Page page = visitor.newPage();
        page.scriptBeforeLoad(
                "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
                        + " { configurable: true, get() { throw new DOMException('no', 'SecurityError') } })");
        page.goTo(shop.url("/en.html"));
        page.waitForVisible(NOTICE);
        page.click(REFUSE);
        page.waitForHidden(NOTICE);
        assertThat(decoded()).contains("\"audience\":false");
        assertThat(page.text("(() => { try { return typeof sessionStorage } catch (e) { return e.name } })()"))
                .isEqualTo("SecurityError");
        assertThat(page.consoleErrors()).isEmpty();
    }

    /** A tag in klaro's own form works too, and runs once: klaro alone would run it again whenever the visitor saves. */
    @Test
    void aTagInKlarosOwnFormRunsOnce() {
        shop.site.put("/own.js", "window.own = (window.own || 0) + 1");
        shop.site.put(
                "/own.html",
                Shop.page("en", head())
                        .replace(
                                "</body>",
                                "<script type=\"text/plain\" data-type=\"text/javascript\" data-name=\"audience\""
                                        + " data-src=\"/own.js\"></script></body>"));
        Page page = open("/own.html");
        page.waitForVisible(NOTICE);
        page.idle(A_WHILE);
        assertThat(shop.wasAskedFor("/own.js")).isFalse();
        page.click(ACCEPT);
        page.waitFor("window.own === 1");
        preferences(page);
        page.click(SAVE);
        page.waitForHidden(PREFERENCES);
        page.idle(A_WHILE);
        assertThat(page.text("window.own")).isEqualTo("1");
        page.reload();
        page.waitFor("window.own === 1");
        plantRecord("{\"audience\":true,\"maps\":false,\"audience-maps\":false}");
        page.reload();
        page.waitFor("window.own === 1");
    }

    /** Frames wait in the form that is the same on all runtimes, and the choice of their service lets them go. */
    @Test
    void aFrameWaitsForItsService() {
        String yaml = CHARTER.replace("    name: Maps\n", "    name: Maps\n    frames: [ /map.html ]\n");
        shop.generate(yaml);
        shop.site.put("/map.html", "<!DOCTYPE html><html lang=\"en\"><title>Map</title><p>A map</p></html>");
        shop.site.put(
                "/frame.html",
                Shop.page("en", file(yaml, "head.html"))
                        .replace(
                                "</main>",
                                "<iframe data-cookie-charter-src=\"/map.html\" title=\"Map\"></iframe></main>"));
        Page page = decide("/frame.html", REFUSE);
        page.waitForVisible(".cookie-charter-frame");
        assertThat(page.isVisible(".context-notice")).isFalse();
        page.click(".cookie-charter-frame [data-cookie-charter=preferences]");
        page.waitForVisible(PREFERENCES);
        assertThat(shop.wasAskedFor("/map.html")).isFalse();
        toggle(page, "maps");
        page.click(SAVE);
        page.waitFor("document.querySelector('iframe').src.endsWith('/map.html')");
        page.waitForHidden(".cookie-charter-frame");
        assertThat(shop.wasAskedFor("/maps.js")).isFalse();
    }

    @Test
    void refusalIsAsEasyAndAsProminentAsAcceptance() {
        Page page = open("/en.html");
        page.waitForVisible(NOTICE);
        String style = "(e => { const s = getComputedStyle(e), r = e.getBoundingClientRect();"
                + " return [s.backgroundColor, s.color, s.fontSize, s.fontWeight, s.opacity, Math.round(r.width),"
                + " Math.round(r.height)].join() })(document.querySelector('%s'))";
        assertThat(page.text(style.formatted(REFUSE))).isEqualTo(page.text(style.formatted(ACCEPT)));
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        assertThat(page.text(style.formatted(PREFERENCES + " .cm-btn-decline")))
                .isEqualTo(page.text(style.formatted(PREFERENCES + " .cm-btn-accept-all")));
        page.click(SAVE);
        page.waitForHidden(PREFERENCES);
        preferences(page);
        assertThat(page.text(style.formatted(PREFERENCES + " .cm-btn-decline-all")))
                .isEqualTo(page.text(style.formatted(PREFERENCES + " .cm-btn-accept-all")));
    }

    /** Nothing that needs consent is switched on, or looks so: klaro draws a refused category half on. */
    @Test
    void nothingIsSwitchedOnThatTheVisitorHasNotSwitchedOn() {
        Page page = open("/en.html");
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        page.evaluate("document.querySelectorAll('.cm-caret a').forEach(each => each.click())");
        page.waitForVisible("#service-item-audience + label");
        page.idle(A_WHILE);
        JsonNode on = page.evaluate("Array.from(document.querySelectorAll('.cm-modal input'), each =>"
                + " [each.id, each.checked, each.disabled, getComputedStyle(each.nextElementSibling.querySelector('.slider'),"
                + " '::before').transform !== 'none'].join())");
        List<String> lines = new ArrayList<>();
        on.forEach(line -> lines.add(line.asText()));
        assertThat(lines)
                .contains(
                        "purpose-item-category-necessary,true,true,true",
                        "purpose-item-category-statistics,false,false,false",
                        "purpose-item-category-marketing,false,false,false",
                        "service-item-session,true,true,true",
                        "service-item-exempt,true,true,true",
                        "service-item-audience,false,false,false",
                        "service-item-maps,false,false,false");
        toggle(page, "maps");
        page.waitFor("document.querySelector('#purpose-item-category-marketing').indeterminate");
        toggle(page, "audience-maps");
        page.waitFor("!document.querySelector('#purpose-item-category-marketing').indeterminate");
        assertThat(page.is("document.querySelector('#purpose-item-category-marketing').checked"))
                .isTrue();
    }

    @Test
    void thePreferencesListTheCookiesOfEachService() {
        Page page = preferences(decide("/fr.html", REFUSE));
        String words = page.text("document.querySelector('.cm-modal').innerText");
        assertThat(words)
                .contains("Garder la session ouverte sur le site\nFournisseur – La Boutique\nSESSION – jusqu’à la")
                .contains("_pk_* – 13\u00a0mois")
                .contains(recordName(CHARTER) + " – Retenir les cookies")
                .contains("Sans accord préalable\u00a0: Mesure anonyme de la charge");
    }

    /** With its own words klaro would speak English, or say that a translation is missing. */
    @ParameterizedTest
    @CsvSource({"fr, Tout refuser, Fermer", "en, Reject all, Close"})
    void everyWordOfTheInterfaceIsOurs(String language, String refuse, String close) {
        Page page = open("/" + language + ".html");
        page.waitForVisible(NOTICE);
        String words = page.text("document.querySelector('#cookie-charter-klaro').textContent");
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        words += page.text("document.querySelector('#cookie-charter-klaro').innerHTML");
        page.click(SAVE);
        page.waitForHidden(PREFERENCES);
        preferences(page);
        words += page.text("document.querySelector('#cookie-charter-klaro').innerHTML");
        assertThat(words).contains(refuse, close).doesNotContain("undefined", "missing translation");
        List<String> theirs = KlaroSource.texts(language);
        assertThat(theirs).hasSizeGreaterThan(30);
        for (String text : theirs) {
            if (text.length() > 12) {
                assertThat(words).doesNotContain(text);
            }
        }
    }

    /** Each option that is given is one that klaro reads, and each text that klaro knows is given. */
    @Test
    void theConfigurationIsOneThatKlaroReads() {
        Page page = visitor.newPage();
        page.scriptBeforeLoad("""
                let real, given, read = new Set();
                const watch = (value, path) => value && typeof value === 'object' ? new Proxy(value, {
                  get(target, key) {
                    if (typeof key === 'string') read.add(path + key);
                    return watch(target[key], path + (Array.isArray(target) ? '' : key + '.'));
                  }
                }) : value;
                const open = name => (configuration, ...rest) => {
                  given = configuration;
                  return real[name](watch(configuration, ''), ...rest);
                };
                Object.defineProperty(window, 'klaro', { configurable: true, get: () => real && new Proxy({}, {
                  get: (target, key) => ['getManager', 'getElement', 'render', 'show'].includes(key) ? open(key) : real[key]
                }), set: value => { real = value } });
                window.judged = () => ({ given, read: Array.from(read) });
                """);
        page.goTo(shop.url("/en.html"));
        page.waitForVisible(NOTICE);
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        JsonNode judged = page.evaluate("judged()");
        List<String> read = new ArrayList<>();
        judged.path("read").forEach(key -> read.add(key.asText()));
        JsonNode given = judged.path("given");
        List<String> options = new ArrayList<>();
        given.fieldNames().forEachRemaining(options::add);
        assertThat(read).containsAll(options);
        given.path("services")
                .path(0)
                .fieldNames()
                .forEachRemaining(key -> assertThat(read).contains("services." + key));
        assertThat(KlaroSource.missing(given.path("translations").path("en"))).isEmpty();
        assertThat(KlaroSource.choices("storageMethod"))
                .contains(given.path("storageMethod").asText());
        List<String> known = KlaroSource.options();
        // Newer than klaro's own editor, or none of its concern: each is read in the source all the same.
        known.addAll(
                List.of("version", "lang", "noNotice", "showNoticeTitle", "autoFocus", "services", "translations"));
        assertThat(known).containsAll(options);
    }

    @Test
    void hostileTextIsShownAsText() {
        List<String> fields =
                List.of("La Boutique", "The Shop", "Session", "Statistics", "Maps", "Count the visits to the site");
        String attack = "<img src=x onerror=alert(1)>'</script><script>alert(2)</script>{purposes}{{title}}$&${1}&amp;";
        String hostile = CHARTER;
        for (String field : fields) {
            String quoted = "\"" + attack + field + "\"";
            hostile = hostile.replace("name: " + field + "\n", "name: " + quoted + "\n")
                    .replace("en: " + field + " }", "en: " + quoted + " }");
        }
        shop.generate(hostile);
        Page page = open("/en.html");
        page.waitForVisible(NOTICE);
        String words = page.text("document.querySelector('" + NOTICE + "').textContent");
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        words += page.text("document.querySelector('" + PREFERENCES + "').textContent");
        page.idle(A_WHILE);
        assertThat(page.dialogs()).isEmpty();
        assertThat(page.is("document.querySelector('#cookie-charter-klaro img, #cookie-charter-klaro script')"))
                .isFalse();
        for (String field : fields.subList(1, fields.size())) {
            assertThat(words).contains(attack + field);
        }
    }

    /** Ids that mean something in JavaScript, or in klaro. */
    @ParameterizedTest
    @ValueSource(strings = {"constructor", "save", "close", "purposes", "functional"})
    void anIdMayBeAnyWord(String id) {
        shop.generate(CHARTER.replace("category: marketing", "category: " + id).replace("  audience:", "  " + id + ":")
                + "categories: { " + id + ": { name: Anything } }\n");
        Page page = open("/en.html");
        page.waitForVisible(NOTICE);
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        assertThat(page.text("document.querySelector('#purpose-item-category-" + id + "-title').innerText"))
                .isEqualTo("Anything");
        assertThat(page.text("document.querySelector('.cm-footer .cm-btn-info').innerText"))
                .isEqualTo("Save my choice");
        toggle(page, id);
        page.click(SAVE);
        page.waitFor("window.ran === 1");
        page.idle(A_WHILE);
        assertThat(shop.wasAskedFor("/maps.js")).isFalse();
        page.reload();
        page.waitFor("window.ran === 1");
        assertThat(page.isVisible(NOTICE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "box, bottom, false, true, true",
        "box, top, true, false, true",
        "box, center, false, false, false",
        "bar, bottom, false, true, true",
        "bar, top, true, false, true"
    })
    void layoutAndPositionAreThoseDeclared(String layout, String position, boolean top, boolean bottom, boolean right) {
        shop.generate(
                CHARTER.replace("runtime: klaro", "runtime: klaro, layout: " + layout + ", position: " + position));
        Page page = visitor.newPage();
        page.setViewport(1280, 800, false);
        page.goTo(shop.url("/en.html"));
        page.waitForVisible(NOTICE);
        JsonNode box = page.evaluate("document.querySelector('" + NOTICE + "').getBoundingClientRect().toJSON()");
        assertThat(box.path("top").asDouble() < 30).isEqualTo(top);
        assertThat(box.path("bottom").asDouble() > 770).isEqualTo(bottom);
        assertThat(box.path("right").asDouble() > 1250).isEqualTo(right);
        assertThat(box.path("width").asDouble() > 1200).isEqualTo(layout.equals("bar"));
        if (position.equals("center")) {
            assertThat(box.path("left").asDouble() + box.path("right").asDouble())
                    .isBetween(1278d, 1282d);
        }
    }

    @ParameterizedTest
    @CsvSource({"auto, light, false", "auto, dark, true", "light, dark, false", "dark, light, true"})
    void theThemeIsTheDeclaredOneOrTheVisitors(String theme, String scheme, boolean dark) {
        shop.generate(CHARTER.replace("runtime: klaro", "runtime: klaro, theme: " + theme));
        Page page = visitor.newPage();
        page.setMediaFeature("prefers-color-scheme", scheme);
        page.goTo(shop.url("/en.html"));
        page.waitForVisible(NOTICE);
        assertThat(page.text("getComputedStyle(document.querySelector('" + NOTICE + "')).backgroundColor"))
                .isEqualTo(dark ? "rgb(23, 27, 31)" : "rgb(255, 255, 255)");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, light, 320", "fr, dark, 320", "en, light, 320", "en, dark, 320",
        "fr, light, 1280", "fr, dark, 1280", "en, light, 1280", "en, dark, 1280"
    })
    void noticeAndPreferencesAreAccessible(String language, String scheme, int width) {
        Page page = visitor.newPage();
        page.setViewport(width, 640, width < 600);
        page.setMediaFeature("prefers-color-scheme", scheme);
        page.setMediaFeature("prefers-reduced-motion", "reduce");
        page.goTo(shop.url("/" + language + ".html"));
        page.waitForVisible(NOTICE);
        assertThat(page.evaluate("document.documentElement.scrollWidth").asInt())
                .isEqualTo(width);
        assertThat(Axe.violations(page, "#cookie-charter-klaro")).isEmpty();
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        page.evaluate("document.querySelectorAll('.cm-caret a').forEach(each => each.click())");
        page.idle(A_WHILE);
        assertThat(Axe.violations(page, "#cookie-charter-klaro")).isEmpty();
        assertThat(page.evaluate(
                                "document.querySelector('.cm-modal').scrollWidth <= document.querySelector('.cm-modal')"
                                        + ".clientWidth")
                        .asBoolean())
                .isTrue();
        page.click(SAVE);
        page.waitForHidden(PREFERENCES);
        preferences(page);
        assertThat(Axe.violations(page, "#cookie-charter-klaro")).isEmpty();
    }

    @Test
    void theKeyboardReachesEverythingAndStaysInTheDialog() {
        Page page = decide("/en.html", REFUSE);
        page.evaluate("document.querySelector('#reopen').focus()");
        page.keyboard("Enter");
        page.waitForVisible(PREFERENCES);
        assertThat(page.text("document.querySelector('.cm-modal').getAttribute('role')"))
                .isEqualTo("dialog");
        page.waitFor("document.activeElement.matches('.cm-modal .hide')");
        page.keyboard("Shift+Tab");
        page.waitFor("document.activeElement.matches('.cm-btn-accept-all')");
        page.keyboard("Tab");
        page.waitFor("document.activeElement.matches('.cm-modal .hide')");
        for (int i = 0; i < 40; i++) {
            page.keyboard("Tab");
            assertThat(page.is("document.querySelector('.cm-modal').contains(document.activeElement)"))
                    .isTrue();
        }
        page.keyboard("Escape");
        page.waitForHidden(PREFERENCES);
        page.waitFor("document.activeElement.id === 'reopen'");
        assertThat(decoded()).contains("\"audience\":false");
    }

    @Test
    void theDetailsOpenByKeyboardToo() {
        Page page = open("/en.html");
        page.waitForVisible(NOTICE);
        page.evaluate("document.querySelector('" + DETAILS + "').focus()");
        page.keyboard("Space");
        page.waitForVisible(PREFERENCES);
        page.keyboard("Escape");
        page.waitForVisible(NOTICE);
        assertThat(visitor.cookies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"568, 320", "320, 256", "320, 180"})
    void inASmallWindowEveryPartCanBeReached(int width, int height) {
        Page page = visitor.newPage();
        page.setViewport(width, height, true);
        page.goTo(shop.url("/fr.html"));
        page.waitForVisible(NOTICE);
        assertThat(page.evaluate("document.querySelector('" + NOTICE + "').getBoundingClientRect().top")
                        .asDouble())
                .isNotNegative();
        page.evaluate("document.querySelector('" + DETAILS + "').scrollIntoView()");
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        page.evaluate("document.querySelector('" + SAVE + "').scrollIntoView()");
        page.click(SAVE);
        page.waitForHidden(PREFERENCES);
        assertThat(decoded()).contains("\"audience\":false");
    }

    /** klaro knows one direction alone. */
    @Test
    void fromRightToLeftEverythingChangesSides() {
        Page page = open("/en.html");
        page.waitForVisible(NOTICE);
        page.evaluate("document.querySelector('#cookie-charter-klaro').dir = 'rtl'");
        assertThat(page.evaluate(left(NOTICE)).asDouble()).isLessThan(30);
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        assertThat(page.evaluate(left(CLOSE)).asDouble())
                .isLessThan(page.evaluate(left(PREFERENCES + " h1 span")).asDouble());
        assertThat(page.evaluate(left(".cm-purpose .cm-switch")).asDouble())
                .isGreaterThan(page.evaluate(left(".cm-purpose .cm-list-title")).asDouble());
        page.setViewport(320, 640, true);
        assertThat(page.evaluate("document.documentElement.scrollWidth").asInt())
                .isEqualTo(320);
    }

    private static String left(String selector) {
        return "document.querySelector('" + selector + "').getBoundingClientRect().left";
    }

    /** klaro takes its colours from variables such as --green1, which a page may use for something else. */
    @Test
    void thePagesOwnVariablesDoNotChangeTheBanner() {
        shop.site.put("/green.html", Shop.page("en", head() + "<link rel=\"stylesheet\" href=\"/green.css\">"));
        shop.site.put("/green.css", ":root { --green1: lime; --dark1: lime; --light1: lime; --font-size: 40px }");
        Page page = open("/green.html");
        page.waitForVisible(NOTICE);
        assertThat(page.text("getComputedStyle(document.querySelector('" + NOTICE + "')).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(page.text("getComputedStyle(document.querySelector('.klaro')).fontSize"))
                .isEqualTo("16px");
    }
}
