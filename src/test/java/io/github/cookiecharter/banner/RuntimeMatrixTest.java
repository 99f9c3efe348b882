package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.constants.GeneratedClass;
import io.github.cookiecharter.judge.Axe;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.StoredCookie;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every runtime promises, in a real browser: what is stored there and what is asked of the network. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class RuntimeMatrixTest {

    private static final String PLACEHOLDER = ".cookie-charter-frame";

    private final Browser browser;
    private BrowserContext visitor;
    private Market market;

    RuntimeMatrixTest(Browser browser) {
        this.browser = browser;
    }

    static Stream<BannerDriver> runtimes() {
        return Stream.of(new VanillaCookieConsentDriver(), new KlaroDriver(), new TarteaucitronDriver());
    }

    @BeforeEach
    void arrive() {
        visitor = browser.newContext();
    }

    @AfterEach
    void leave() {
        visitor.close();
        market.close();
    }

    private BrowserPage visit(BannerDriver driver, String path) {
        BrowserPage page = visitor.open(market.url(path));
        page.waitForVisible(driver.banner());
        return page;
    }

    private void accept(BannerDriver driver, BrowserPage page) {
        page.click(driver.accept());
        page.waitForHidden(driver.banner());
    }

    private void refuse(BannerDriver driver, BrowserPage page) {
        page.click(driver.refuse());
        page.waitForHidden(driver.banner());
    }

    private void reopen(BannerDriver driver, BrowserPage page) {
        page.click("#reopen");
        page.waitForVisible(driver.preferences());
    }

    private Set<String> cookieNames() {
        Set<String> names = new TreeSet<>();
        visitor.cookies().forEach(cookie -> names.add(cookie.name()));
        return names;
    }

    private String recordName() {
        return market.charter(Market.CHARTER).consent().cookie();
    }

    private StoredCookie record() {
        return visitor.cookies().stream()
                .filter(cookie -> cookie.name().equals(recordName()))
                .findFirst()
                .orElseThrow();
    }

    private void plant(String name, String domain, String path) {
        visitor.setCookie(new StoredCookie(name, "old", domain, path, false, false, "", -1));
    }

    private static String keys(BrowserPage page, String storage) {
        return page.text("Object.keys(" + storage + ").sort().join()");
    }

    private static String order(BrowserPage page) {
        return page.text("(window.order || []).join()");
    }

    private static long held(BrowserPage page) {
        return page.evaluate("document.querySelectorAll('" + PLACEHOLDER + "').length")
                .asLong();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void aFirstVisitStoresNothingAndContactsNoOtherHost(BannerDriver driver) {
        market = Market.open(driver.runtime());
        BrowserPage page = visit(driver, "/en.html");
        page.waitForVisible(PLACEHOLDER);
        page.waitUntilIdle();
        assertThat(visitor.cookies()).isEmpty();
        assertThat(keys(page, "localStorage") + keys(page, "sessionStorage")).isEmpty();
        assertThat(market.wasAnotherHostAsked()).isFalse();
        assertThat(order(page)).isEqualTo("session");
        assertThat(held(page)).isEqualTo(2);
        assertThat(page.isVisible("#reopen")).isTrue();
        assertThat(page.consoleErrors()).isEmpty();
    }

    /** Where a developer tries it first: hosts that have no domain. */
    @ParameterizedTest
    @MethodSource("runtimes")
    void theChoiceIsKeptOnAnAddressToo(BannerDriver driver) {
        market = Market.open(driver.runtime());
        BrowserPage page = visitor.open(market.site.url("/en.html"));
        page.waitForVisible(driver.banner());
        accept(driver, page);
        page.reload();
        page.waitUntilIdle();
        assertThat(page.isVisible(driver.banner())).isFalse();
        assertThat(record().domain()).isEqualTo("127.0.0.1");
        reopen(driver, page);
        driver.choose(page, market.charter(Market.CHARTER), Set.of());
        page.waitUntilIdle();
        page.reload();
        page.waitUntilIdle();
        assertThat(page.isVisible(driver.banner())).isFalse();
        assertThat(order(page)).isEqualTo("session");
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void refusingErasesWhatAScriptMayEraseAndIsRemembered(BannerDriver driver) {
        market = Market.open(driver.runtime());
        plant("hits", "www.shop.test", "/");
        plant("hits", ".shop.test", "/");
        plant("basket-path", "www.shop.test", "/basket");
        plant("_pk_id.7", ".shop.test", "/");
        plant("_pk_ref.7", "www.shop.test", "/en.html");
        plant("_pk_keep", "www.shop.test", "/");
        plant("SESSION", "www.shop.test", "/");
        plant("unknown", "www.shop.test", "/");
        BrowserPage page = visit(driver, "/en.html");
        page.evaluate("localStorage.setItem('heat', '1'), localStorage.setItem('other', '1')");
        page.evaluate("sessionStorage.setItem('scroll', '1')");
        page.evaluate("new Promise(done => { indexedDB.open('clicks').onsuccess = e => { e.target.result.close();"
                + " done(true) } })");
        refuse(driver, page);
        page.waitFor("indexedDB.databases().then(all => all.length === 0)");
        assertThat(cookieNames()).containsExactlyInAnyOrder("SESSION", "_pk_keep", recordName(), "unknown");
        assertThat(keys(page, "localStorage")).isEqualTo("other");
        assertThat(keys(page, "sessionStorage")).isEmpty();
        page.reload();
        page.waitUntilIdle();
        assertThat(page.isVisible(driver.banner())).isFalse();
        assertThat(order(page)).isEqualTo("session");
        assertThat(held(page)).isEqualTo(2);
        assertThat(market.wasAnotherHostAsked()).isFalse();
        assertThat(page.consoleErrors()).isEmpty();
        assertThat(record().domain()).isEqualTo("www.shop.test");
        assertThat(record().path()).isEqualTo("/");
        assertThat(record().sameSite()).isEqualTo("Lax");
        // 6 months of 30.4375 days, which a runtime that counts days rounds down.
        assertThat((record().expires() - Instant.now().getEpochSecond()) / 86_400)
                .isBetween(181.9, 182.63);
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void acceptingLetsEverythingGoInOrderOnEachPage(BannerDriver driver) {
        market = Market.open(driver.runtime());
        BrowserPage page = visit(driver, "/en.html");
        accept(driver, page);
        page.waitFor("(window.order || []).length === 4");
        assertThat(order(page)).isEqualTo("session,player,both,stats");
        page.waitFor("document.querySelectorAll('" + PLACEHOLDER + "').length === 0");
        page.reload();
        page.waitFor("(window.order || []).length === 4");
        page.waitUntilIdle();
        assertThat(order(page)).isEqualTo("session,player,both,stats");
        assertThat(page.isVisible(driver.banner())).isFalse();
        assertThat(page.isVisible("#one") && page.isVisible("#two")).isTrue();
        assertThat(market.wasAskedFor("/embed/one") && market.wasAskedFor("/embed/two"))
                .isTrue();
        assertThat(cookieNames()).contains("hits", "_pk_id.7", "seen", recordName());
        assertThat(page.consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void aChoiceInDetailIsKeptToAndItsWithdrawalErasesAndReloads(BannerDriver driver) {
        market = Market.open(driver.runtime());
        plant("seen", "www.shop.test", "/");
        BrowserPage page = visit(driver, "/en.html");
        reopen(driver, page);
        driver.choose(page, market.charter(Market.CHARTER), Set.of("audience"));
        page.waitFor("(window.order || []).length === 3");
        page.waitUntilIdle();
        assertThat(order(page)).isEqualTo("session,both,stats");
        assertThat(held(page)).isEqualTo(2);
        assertThat(market.wasAnotherHostAsked()).isFalse();
        assertThat(cookieNames()).contains("hits").doesNotContain("seen");
        page.reload();
        page.waitFor("(window.order || []).length === 3");
        assertThat(page.isVisible(driver.banner())).isFalse();

        reopen(driver, page);
        page.awaitLoad(() -> driver.choose(page, market.charter(Market.CHARTER), Set.of()));
        page.waitUntilIdle();
        assertThat(order(page)).isEqualTo("session");
        assertThat(cookieNames()).containsExactlyInAnyOrder("_pk_keep", recordName());
        assertThat(keys(page, "localStorage")).isEqualTo("other");
        assertThat(page.isVisible(driver.banner())).isFalse();
    }

    /** The bytes that a real browser keeps, as the generated class reads them in a request. */
    @ParameterizedTest
    @MethodSource("runtimes")
    void theBackEndReadsWhatTheBrowserStored(BannerDriver driver) {
        market = Market.open(driver.runtime());
        GeneratedClass cookies = GeneratedClass.of(market.charter(Market.CHARTER));
        assertThat(cookies.consent(cookieHeader()).isCurrent()).isFalse();

        BrowserPage page = visit(driver, "/en.html");
        refuse(driver, page);
        assertThat(cookies.consent(cookieHeader()).isCurrent()).isTrue();
        assertThat(cookies.consent(cookieHeader()).granted()).isEmpty();

        reopen(driver, page);
        driver.choose(page, market.charter(Market.CHARTER), Set.of("audience"));
        page.waitFor("(window.order || []).length === 3");
        assertThat(cookies.consent(cookieHeader()).granted()).containsExactly("statistics");
        assertThat(cookies.isAllowed("hits", cookies.consent(cookieHeader()))).isTrue();
        assertThat(cookies.isAllowed("seen", cookies.consent(cookieHeader()))).isFalse();

        visitor.close();
        visitor = browser.newContext();
        accept(driver, visit(driver, "/en.html"));
        assertThat(cookies.consent(cookieHeader()).granted()).containsExactly("statistics", "marketing");
        assertThat(cookies.isAllowed("seen", cookies.consent(cookieHeader()))).isTrue();
    }

    private String cookieHeader() {
        List<String> pairs = new ArrayList<>();
        visitor.cookies().forEach(cookie -> pairs.add(cookie.name() + "=" + cookie.value()));
        return String.join("; ", pairs);
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void withoutReloadAWithdrawalTakesTheFramesBack(BannerDriver driver) {
        market = Market.open(driver.runtime());
        market.generate(Market.CHARTER.replace("  cookie: choice", "  cookie: choice\n  reload: false"));
        BrowserPage page = visit(driver, "/en.html");
        accept(driver, page);
        page.waitFor("document.querySelectorAll('" + PLACEHOLDER + "').length === 0");
        int loads = page.loads();
        reopen(driver, page);
        driver.choose(page, market.charter(Market.CHARTER), Set.of());
        page.waitFor("document.querySelectorAll('" + PLACEHOLDER + "').length === 2");
        page.waitUntilIdle();
        assertThat(page.loads()).isEqualTo(loads);
        assertThat(page.is("document.querySelector('#one').hasAttribute('src')"))
                .isFalse();
        assertThat(page.is("document.querySelector('#one').contentWindow.length === 0 &&"
                        + " document.querySelector('#one').contentDocument.URL === 'about:blank'"))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void oneFrameIsLoadedByHandAndNothingIsRecorded(BannerDriver driver) {
        market = Market.open(driver.runtime());
        BrowserPage page = visit(driver, "/en.html");
        refuse(driver, page);
        String before = record().value();
        page.click(PLACEHOLDER + "[aria-label='First video'] button");
        page.waitFor("document.activeElement.id === 'one'");
        page.waitUntilIdle();
        assertThat(market.wasAskedFor("/embed/one")).isTrue();
        assertThat(market.wasAskedFor("/embed/two")).isFalse();
        assertThat(page.isVisible("#one")).isTrue();
        assertThat(page.evaluate("document.querySelector('#one').offsetWidth").asInt())
                .isEqualTo(484);
        assertThat(record().value()).isEqualTo(before);
        assertThat(cookieNames()).containsExactly(recordName());
        page.reload();
        page.waitFor("document.querySelectorAll('" + PLACEHOLDER + "').length === 2");
        page.click(PLACEHOLDER + " [data-cookie-charter=preferences]");
        page.waitForVisible(driver.preferences());
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void whatWasAskedHasChangedSoItIsAskedAgain(BannerDriver driver) {
        market = Market.open(driver.runtime());
        accept(driver, visit(driver, "/en.html"));
        String changed = Market.CHARTER
                .replace("Compter", "Vendre")
                .replace("Count", "Sell")
                .replace("zählen", "verkaufen");
        market.generate(changed);
        BrowserPage page = visit(driver, "/en.html");
        page.waitUntilIdle();
        assertThat(order(page)).isEqualTo("session");
        assertThat(held(page)).isEqualTo(2);
        refuse(driver, page);
        String record = market.charter(changed).consent().cookie();
        assertThat(cookieNames().stream().filter(name -> name.startsWith("choice")))
                .containsExactly(record);
        page.reload();
        page.waitUntilIdle();
        assertThat(page.isVisible(driver.banner())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void aServiceAddedToAnAcceptedCategoryIsAskedFor(BannerDriver driver) {
        market = Market.open(driver.runtime());
        accept(driver, visit(driver, "/en.html"));
        market.generate(Market.CHARTER + """
                  heatmap:
                    category: statistics
                    purpose: { fr: Voir les clics, en: See the clicks, de: Die Klicks sehen }
                    scripts: [ /heatmap.js ]
                """);
        BrowserPage page = visit(driver, "/en.html");
        page.waitUntilIdle();
        assertThat(market.wasAskedFor("/heatmap.js")).isFalse();
        assertThat(order(page)).isEqualTo("session");
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void anyDamageToTheRecordIsNoConsent(BannerDriver driver) {
        market = Market.open(driver.runtime());
        BrowserPage first = visit(driver, "/en.html");
        accept(driver, first);
        StoredCookie good = record();
        List<String> broken = List.of(
                "",
                "%",
                "x",
                "%7B",
                "null",
                "true",
                "5",
                "%5B%5D",
                "%7B%7D",
                good.value().substring(0, good.value().length() / 2),
                good.value().substring(good.value().length() / 2));
        for (String value : broken) {
            visitor.setCookie(StoredCookie.of(recordName(), value, "www.shop.test"));
            BrowserPage page = visitor.newPage();
            page.goTo(market.url("/en.html"));
            page.waitForVisible(driver.banner());
            assertThat(order(page)).as(value).isEqualTo("session");
            assertThat(held(page)).as(value).isEqualTo(2);
            refuse(driver, page);
            page.reload();
            page.waitUntilIdle();
            assertThat(page.isVisible(driver.banner())).as(value).isFalse();
            assertThat(page.consoleErrors()).as(value).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void globalPrivacyControlIsARefusalUntilTheVisitorDecides(BannerDriver driver) {
        market = Market.open(driver.runtime());
        plant("hits", "www.shop.test", "/");
        BrowserPage page = visitor.newPage();
        page.globalPrivacyControl();
        page.goTo(market.url("/en.html"));
        page.waitForVisible("#signal");
        page.waitUntilIdle();
        assertThat(page.isVisible(driver.banner())).isFalse();
        assertThat(visitor.cookies()).isEmpty();
        assertThat(order(page)).isEqualTo("session");
        assertThat(held(page)).isEqualTo(2);
        reopen(driver, page);
        page.waitForVisible(driver.everything() + " [data-cookie-charter=gpc]");
        driver.choose(page, market.charter(Market.CHARTER), Set.of("audience", "player"));
        page.waitFor("(window.order || []).length === 4");
        page.waitForHidden("#signal");
        page.reload();
        page.waitFor("(window.order || []).length === 4");
        assertThat(page.isVisible("#signal")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void aStrictPolicyHasNothingToReport(BannerDriver driver) {
        market = Market.open(driver.runtime());
        int port = market.site.port();
        market.site.header(
                "*",
                "Content-Security-Policy",
                "default-src 'self'; script-src 'self' http://cdn.test:" + port + "; frame-src http://tube.test:" + port
                        + "; report-uri /reports");
        BrowserPage page = visit(driver, "/en.html");
        accept(driver, page);
        page.waitFor("(window.order || []).length === 4");
        page.waitFor("document.querySelectorAll('" + PLACEHOLDER + "').length === 0");
        reopen(driver, page);
        page.awaitLoad(() -> driver.choose(page, market.charter(Market.CHARTER), Set.of()));
        page.waitFor("document.querySelectorAll('" + PLACEHOLDER + "').length === 2");
        page.click(PLACEHOLDER + " button");
        page.waitFor("document.activeElement.id === 'one'");
        page.waitUntilIdle();
        assertThat(market.wasAskedFor("/reports")).isFalse();
        assertThat(page.consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void eachPageSpeaksItsLanguage(BannerDriver driver) {
        market = Market.open(driver.runtime());
        List<String> expected = List.of(
                "fr|Tout accepter|Charger ce contenu une fois|Ce contenu est fourni par Tube & Söhne.",
                "en|Accept all|Load this content once|This content comes from Tube & Söhne.",
                "de|Alle akzeptieren|Diesen Inhalt einmal laden|Dieser Inhalt kommt von Tube & Söhne.");
        for (String line : expected) {
            String[] words = line.split("\\|");
            BrowserPage page = visit(driver, "/" + words[0] + ".html");
            assertThat(page.text("document.querySelector('" + driver.accept() + "').textContent"))
                    .contains(words[1]);
            String placeholder = page.text("document.querySelector('" + PLACEHOLDER + "').textContent");
            assertThat(placeholder).contains(words[2], words[3]).doesNotContain("{", "undefined");
            assertThat(page.text("document.querySelector('" + PLACEHOLDER + " a').href"))
                    .isEqualTo("https://tube.example/privacy");
        }
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void oneChoiceCountsOnAllHostsThatShareIt(BannerDriver driver) {
        market = Market.open(driver.runtime());
        market.generate(Market.CHARTER.replace("  cookie: choice", "  cookie: choice\n  domain: shop.test"));
        visitor.setCookie(StoredCookie.of(recordName(), "left-from-before", "www.shop.test"));
        visitor.setCookie(StoredCookie.of("choice-r7", "left-from-before", "www.shop.test"));
        accept(driver, visit(driver, "/en.html"));
        assertThat(visitor.cookies().stream().filter(cookie -> cookie.name().startsWith("choice")))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.domain()).isEqualTo(".shop.test"));
        BrowserPage other = visitor.open(market.site.url("app.shop.test", "/basket/en.html"));
        other.waitFor("(window.order || []).length === 4");
        assertThat(other.isVisible(driver.banner())).isFalse();
        reopen(driver, other);
        other.awaitLoad(() -> driver.choose(other, market.charter(Market.CHARTER), Set.of()));
        other.waitUntilIdle();
        assertThat(visitor.cookies().stream()
                        .filter(cookie -> !cookie.domain().equals("www.shop.test"))
                        .map(StoredCookie::name))
                .containsExactlyInAnyOrder(recordName(), "_pk_keep");
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void refusalIsAsEasyAndAsProminentAsAcceptance(BannerDriver driver) {
        market = Market.open(driver.runtime());
        BrowserPage page = visit(driver, "/en.html");
        String style = "(e => { const s = getComputedStyle(e), r = e.getBoundingClientRect();"
                + " return [s.backgroundColor, s.color, s.fontSize, s.fontWeight, Math.round(r.width),"
                + " Math.round(r.height)].join() })(document.querySelector('%s'))";
        assertThat(page.text(style.formatted(driver.refuse()))).isEqualTo(page.text(style.formatted(driver.accept())));
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void bannerPreferencesAndPlaceholdersAreAccessible(BannerDriver driver) {
        market = Market.open(driver.runtime());
        for (String scheme : List.of("light", "dark")) {
            BrowserPage page = visitor.newPage();
            page.setMediaFeature("prefers-color-scheme", scheme);
            page.setMediaFeature("prefers-reduced-motion", "reduce");
            page.goTo(market.url("/de.html"));
            page.waitForVisible(driver.banner());
            page.waitUntilIdle();
            assertThat(Axe.violations(page, driver.everything())).as(scheme).isEmpty();
            assertThat(Axe.violations(page, PLACEHOLDER)).as(scheme).isEmpty();
            reopen(driver, page);
            page.waitUntilIdle();
            assertThat(Axe.violations(page, driver.everything())).as(scheme).isEmpty();
        }
    }
}
