package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.constants.GeneratedClass;
import io.github.cookiecharter.constants.GeneratedClass.Choice;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.StoredCookie;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Services that need no consent and run until the visitor objects, on each runtime and as a backend reads the record. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class ObjectionBrowserTest {

    private static final String NOTHING_ASKS = """
            site:
              name: The Market
              url: http://www.shop.test
              languages: [en]
            consent: { cookie: choice }
            services:
              session:
                category: necessary
                purpose: Keep the session open
                scripts: [ /session.js ]
                cookies: { SESSION: { lifetime: session } }
              audience:
                category: statistics
                purpose: Count the visits
                consent: exempt
                reason: Anonymous figures
                scripts: [ /stats.js ]
                cookies:
                  hits: { lifetime: 13 months }
                  heat: { kind: local-storage }
              help:
                category: preferences
                purpose: Show our help
                consent: exempt
                reason: The visitor opens it
                frames: [ "http://tube.test:PORT/embed/*" ]
            """;

    private static final String ASKS = NOTHING_ASKS + """
              clicks:
                category: statistics
                purpose: Count the clicks
                scripts: [ /both.js ]
                cookies: { clicked: { lifetime: 1 day } }
              player:
                category: marketing
                purpose: Show the videos
                scripts: [ /player.js ]
                cookies: { seen: { lifetime: 1 year } }
            """;

    // Without frames, which may get a click that is meant for a dialog before them as long as the browser has not drawn
    // it.
    private static final String PAGE = "/plain.html";

    private static final String PLACEHOLDER = ".cookie-charter-frame";

    private final Browser browser;
    private BrowserContext visitor;
    private Market market;

    ObjectionBrowserTest(Browser browser) {
        this.browser = browser;
    }

    static Stream<BannerDriver> runtimes() {
        return RuntimeMatrixTest.runtimes();
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

    private BrowserPage visit(BannerDriver driver, String yaml) {
        market = Market.open(driver.runtime());
        build(yaml);
        return visitor.open(market.url(PAGE));
    }

    private void build(String yaml) {
        market.generate(yaml).page(PAGE, "en", "", "");
    }

    private String cookieHeader() {
        return visitor.cookies().stream()
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
    }

    private Choice choice(String yaml) {
        return GeneratedClass.of(market.charter(yaml)).consent(cookieHeader());
    }

    /** What the browser and a backend agree on. */
    private List<String> objected(BrowserPage page, String yaml) {
        String inBrowser = page.text("[...window.cookieCharter.consent().objected].sort().join()");
        assertThat(String.join(",", choice(yaml).objected())).isEqualTo(inBrowser);
        return choice(yaml).objected();
    }

    private boolean isStored(String name) {
        return visitor.cookies().stream().map(StoredCookie::name).anyMatch(name::equals);
    }

    private static void setObjectable(BannerDriver driver, BrowserPage page, String service, boolean on) {
        page.click("#reopen");
        page.waitForVisible(driver.preferences());
        driver.setObjectable(page, service, on);
    }

    /** Objects while the service runs: the page is loaded anew. */
    private static void object(BannerDriver driver, BrowserPage page, String service) {
        page.awaitLoad(() -> {
            page.click("#reopen");
            page.waitForVisible(driver.preferences());
            driver.setObjectable(page, service, false);
        });
        page.waitUntilIdle();
    }

    private static String order(BrowserPage page) {
        page.waitUntilIdle();
        return page.text("(window.order || []).join()");
    }

    private static void assertOn(BannerDriver driver, BrowserPage page, String service, boolean on) {
        page.click("#reopen");
        page.waitForVisible(driver.preferences());
        assertThat(page.is(
                        "(e => e.getAttribute('aria-pressed') === 'true' || e.checked === true)(document.querySelector('"
                                + driver.switchOf(service) + "'))"))
                .isEqualTo(on);
        page.reload();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void itRunsBeforeAnyChoiceAndRefusingLeavesItOn(BannerDriver driver) {
        BrowserPage page = visit(driver, ASKS);
        page.waitForVisible(driver.banner());
        assertThat(order(page)).isEqualTo("session,stats");
        assertThat(isStored("choice")).isFalse();
        assertThat(objected(page, ASKS)).isEmpty();
        assertOn(driver, page, "audience", true);
        page.waitForVisible(driver.banner());
        page.click(driver.refuse());
        page.waitForHidden(driver.banner());
        assertThat(isStored("hits")).isTrue();
        page.reload();
        assertThat(order(page)).isEqualTo("session,stats");
        assertThat(page.isVisible(driver.banner())).isFalse();
        assertThat(objected(page, ASKS)).isEmpty();
        assertThat(choice(ASKS).isCurrent()).isTrue();
        assertThat(choice(ASKS).granted()).isEmpty();
        assertOn(driver, page, "audience", true);
        assertThat(page.consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void anObjectionBeforeAChoiceHoldsLikeARefusal(BannerDriver driver) {
        BrowserPage page = visit(driver, ASKS);
        page.waitForVisible(driver.banner());
        assertThat(order(page)).isEqualTo("session,stats");
        object(driver, page, "audience");
        assertThat(order(page)).isEqualTo("session");
        assertThat(page.isVisible(driver.banner())).isFalse();
        assertThat(isStored("hits")).isFalse();
        assertThat(page.text("Object.keys(localStorage).join()")).isEqualTo("other");
        assertThat(objected(page, ASKS)).containsExactly("audience");
        GeneratedClass cookies = GeneratedClass.of(market.charter(ASKS));
        assertThat(cookies.isAllowed("hits", cookies.consent(cookieHeader()))).isFalse();
        assertThat(choice(ASKS).isCurrent()).isTrue();
        assertOn(driver, page, "audience", false);
        assertThat(page.consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void anObjectionAfterAChoiceConcernsTheServiceAlone(BannerDriver driver) {
        BrowserPage page = visit(driver, ASKS);
        page.waitForVisible(driver.banner());
        page.click(driver.accept());
        page.waitForHidden(driver.banner());
        page.waitFor("window.order.length === 4");
        object(driver, page, "audience");
        assertThat(order(page)).isEqualTo("session,both,player");
        assertThat(objected(page, ASKS)).containsExactly("audience");
        assertThat(choice(ASKS).granted()).containsExactlyInAnyOrder("statistics", "marketing");
        assertThat(isStored("hits")).isFalse();
        setObjectable(driver, page, "audience", true);
        page.waitFor("window.order.includes('stats')");
        assertThat(objected(page, ASKS)).isEmpty();
        page.reload();
        assertThat(order(page)).isEqualTo("session,stats,both,player");
        assertOn(driver, page, "audience", true);
        assertThat(page.consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void refusingAllKeepsAnObjectionAndAcceptingAllEndsIt(BannerDriver driver) {
        BrowserPage page = visit(driver, ASKS);
        page.waitForVisible(driver.banner());
        object(driver, page, "audience");
        page.click("#reopen");
        page.waitForVisible(driver.preferences());
        page.click(driver.refuseInPreferences());
        page.waitForHidden(driver.preferences());
        assertThat(objected(page, ASKS)).containsExactly("audience");
        page.reload();
        assertThat(order(page)).isEqualTo("session");
        page.click("#reopen");
        page.waitForVisible(driver.preferences());
        page.click(driver.acceptInPreferences());
        page.waitForHidden(driver.preferences());
        page.waitFor("window.order.length === 4");
        assertThat(objected(page, ASKS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void globalPrivacyControlIsNoObjectionToWhatASiteDoesForItself(BannerDriver driver) {
        market = Market.open(driver.runtime());
        build(ASKS);
        BrowserPage page = visitor.newPage();
        page.globalPrivacyControl();
        page.goTo(market.url(PAGE));
        page.waitForVisible("#signal");
        assertThat(order(page)).isEqualTo("session,stats");
        assertThat(page.isVisible(driver.banner())).isFalse();
        object(driver, page, "audience");
        assertThat(order(page)).isEqualTo("session");
        assertThat(objected(page, ASKS)).containsExactly("audience");
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void globalPrivacyControlIsAnObjectionToAdvertising(BannerDriver driver) {
        String adverts = NOTHING_ASKS
                .replace("services:", """
                                categories:
                                  sponsors: { name: Sponsors, consent: exempt, reason: No law wants it, signals: [ad_storage] }
                                services:""")
                .replace("category: statistics", "category: sponsors")
                .replace("    consent: exempt\n    reason: Anonymous figures\n", "");
        market = Market.open(driver.runtime());
        build(adverts);
        BrowserPage page = visitor.newPage();
        page.globalPrivacyControl();
        page.goTo(market.url(PAGE));
        page.waitForVisible("#signal");
        assertThat(order(page)).isEqualTo("session");
        assertThat(page.text("window.cookieCharter.consent().objected.join()")).isEqualTo("audience");
        setObjectable(driver, page, "audience", true);
        page.waitFor("window.order.includes('stats')");
        assertThat(objected(page, adverts)).isEmpty();
        page.reload();
        assertThat(order(page)).isEqualTo("session,stats");
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void whereNothingNeedsConsentNoBannerOpensAndThePreferencesAreInReach(BannerDriver driver) {
        BrowserPage page = visit(driver, NOTHING_ASKS);
        page.waitForVisible("#reopen");
        assertThat(order(page)).isEqualTo("session,stats");
        assertThat(page.isVisible(driver.banner())).isFalse();
        assertThat(isStored("choice")).isFalse();
        page.evaluate("window.cookieCharter.show()");
        page.waitForVisible(driver.preferences());
        assertThat(page.isVisible(driver.refuseInPreferences())).isFalse();
        assertThat(page.isVisible(driver.acceptInPreferences())).isFalse();
        page.reload();
        object(driver, page, "audience");
        assertThat(order(page)).isEqualTo("session");
        assertThat(isStored("hits")).isFalse();
        assertThat(objected(page, NOTHING_ASKS)).containsExactly("audience");
        object(driver, page, "help");
        assertThat(objected(page, NOTHING_ASKS)).containsExactly("audience", "help");
        assertThat(page.isVisible(driver.banner())).isFalse();
        setObjectable(driver, page, "audience", true);
        page.waitFor("window.order.includes('stats')");
        assertThat(objected(page, NOTHING_ASKS)).containsExactly("help");
        assertThat(page.consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void framesAreShownUntilTheVisitorObjects(BannerDriver driver) {
        BrowserPage page = visit(driver, NOTHING_ASKS);
        BrowserPage frames = visitor.open(market.url("/en.html"));
        frames.waitFor("!!document.querySelector('#one').src && !!document.querySelector('#two').src");
        assertThat(frames.isVisible(PLACEHOLDER)).isFalse();
        frames.awaitLoad(() -> object(driver, page, "help"));
        frames.waitFor("document.querySelectorAll('" + PLACEHOLDER + "').length === 2");
        assertThat(frames.is("!!document.querySelector('#one').src")).isFalse();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void anObjectionElsewhereIsOneHere(BannerDriver driver) {
        BrowserPage page = visit(driver, NOTHING_ASKS);
        BrowserPage other = visitor.open(market.url(PAGE));
        page.waitFor("window.order.includes('stats')");
        other.waitFor("window.order.includes('stats')");
        other.awaitLoad(() -> object(driver, page, "audience"));
        assertThat(order(other)).isEqualTo("session");
        assertThat(objected(other, NOTHING_ASKS)).containsExactly("audience");
    }

    /** The visitor is asked again, and has not chosen anew. */
    @ParameterizedTest
    @MethodSource("runtimes")
    void anObjectionOutlastsTheRevision(BannerDriver driver) {
        BrowserPage page = visit(driver, ASKS);
        page.waitForVisible(driver.banner());
        object(driver, page, "audience");
        String next = ASKS.replace("Show the videos", "Show the videos and adverts");
        build(next);
        page.reload();
        page.waitForVisible(driver.banner());
        assertThat(order(page)).isEqualTo("session");
        assertThat(objected(page, next)).containsExactly("audience");
        page.click(driver.refuse());
        page.waitForHidden(driver.banner());
        assertThat(objected(page, next)).containsExactly("audience");
        assertThat(choice(next).isCurrent()).isTrue();
        page.reload();
        assertThat(order(page)).isEqualTo("session");
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void aServiceThatIsNewToTheRecordIsOnAndAsksNobody(BannerDriver driver) {
        String before = ASKS.replaceAll("(?s)  audience:.*?(?=  help:)", "");
        BrowserPage page = visit(driver, before);
        page.waitForVisible(driver.banner());
        page.click(driver.refuse());
        page.waitForHidden(driver.banner());
        build(ASKS);
        page.reload();
        assertThat(order(page)).isEqualTo("session,stats");
        assertThat(page.isVisible(driver.banner())).isFalse();
        assertThat(objected(page, ASKS)).isEmpty();
        assertThat(choice(ASKS).isCurrent()).isTrue();
        assertOn(driver, page, "audience", true);
        object(driver, page, "audience");
        assertThat(order(page)).isEqualTo("session");
        assertThat(objected(page, ASKS)).containsExactly("audience");
    }
}
