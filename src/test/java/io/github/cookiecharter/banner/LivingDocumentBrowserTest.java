package io.github.cookiecharter.banner;

import static io.github.cookiecharter.banner.MarketVisit.PLACEHOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that frameworks change while they are shown, and what their own code asks of the banner. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class LivingDocumentBrowserTest {

    private static final String ADD = "document.querySelector('main').insertAdjacentHTML('beforeend', `%s`)";

    private final Browser browser;

    LivingDocumentBrowserTest(Browser browser) {
        this.browser = browser;
    }

    private static void waitForOrder(BrowserPage page, int length) {
        page.waitFor("(window.order || []).length === " + length);
    }

    private static long count(BrowserPage page, String css) {
        return page.evaluate("document.querySelectorAll('" + css + "').length").asLong();
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void controlsThatComeLaterWork(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            BrowserPage page = visit.open("/en.html");
            page.evaluate("document.querySelector('#reopen').remove()");
            page.evaluate(
                    ADD.formatted("<p><button id=reopen data-cookie-charter=preferences hidden>Late</button></p>"));
            page.waitForVisible("#reopen");
            page.click("#reopen");
            page.waitForVisible(driver.preferences());
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void aControlInAnOpenShadowRootOpensThePreferences(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            BrowserPage page = visit.open("/en.html");
            page.evaluate(ADD.formatted("<p><span id=host></span></p>"));
            page.evaluate("document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML ="
                    + " '<button data-cookie-charter=preferences><b>Cookies</b></button>'");
            page.click("#host");
            page.waitForVisible(driver.preferences());
        }
    }

    /** As Turbo does it: a whole new body, out of its cache with a dead copy of all that the banner had put there. */
    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void aBodyThatIsExchangedKeepsTheBanner(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            BrowserPage page = visit.open("/en.html");
            MarketVisit.waitForPlaceholders(page, 2);
            page.evaluate("document.body.replaceWith(document.body.cloneNode(true))");
            page.waitForVisible(driver.banner());
            MarketVisit.waitForPlaceholders(page, 2);
            assertThat(count(page, driver.everything())).isEqualTo(1);
            visit.accept(page);
            waitForOrder(page, 4);
            MarketVisit.waitForPlaceholders(page, 0);
            assertThat(page.isVisible("#one") && page.isVisible("#two")).isTrue();

            // As htmx and others do it.
            page.evaluate("document.body.innerHTML = '<main><button id=reopen data-cookie-charter=preferences hidden>"
                    + "Cookies</button></main>'");
            page.waitForVisible("#reopen");
            page.awaitLoad(() -> visit.choose(page));
            page.waitUntilIdle();
            assertThat(MarketVisit.order(page)).isEqualTo("session");
            assertThat(page.consoleErrors()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void somethingThatRemovesTheBannerAgainAndAgainWins(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            BrowserPage page = visit.open("/en.html");
            page.evaluate("new MutationObserver(() => document.querySelectorAll('" + driver.everything()
                    + "').forEach(each => each.remove())).observe(document, { childList: true, subtree: true })");
            page.evaluate("document.querySelector('main').appendChild(document.createElement('p'))");
            page.waitForHidden(driver.banner());
            page.waitUntilIdle();
            assertThat(count(page, driver.everything())).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void theLanguageFollowsTheDocumentAndThePagesWish(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            BrowserPage page = visit.open("/en.html");
            int loads = page.loads();
            page.evaluate("document.documentElement.lang = 'de-AT'");
            page.waitFor("document.querySelector('" + driver.accept() + "').textContent.includes('Alle akzeptieren')");
            page.waitFor("document.querySelector('" + PLACEHOLDER + "').textContent.includes('Diesen Inhalt')");
            assertThat(count(page, driver.everything())).isEqualTo(1);
            assertThat(page.text("cookieCharter.language('fr')")).isEqualTo("fr");
            page.waitFor("document.querySelector('" + driver.accept() + "').textContent.includes('Tout accepter')");
            assertThat(page.text("document.querySelector('" + driver.accept() + "').closest('[lang]').lang"))
                    .isEqualTo("fr");
            visit.accept(page);
            waitForOrder(page, 4);
            page.evaluate("document.documentElement.lang = 'en'");
            page.waitFor("cookieCharter.language() === 'en'");
            page.click("#reopen");
            page.waitForVisible(driver.preferences());
            assertThat(page.text("document.querySelector('" + driver.preferences() + "').textContent"))
                    .contains("Count the visits");
            page.waitUntilIdle();
            assertThat(MarketVisit.order(page)).isEqualTo("session,player,both,stats");
            assertThat(page.loads()).isEqualTo(loads);
            assertThat(page.consoleErrors()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void aFrameworkFindsItsHeldScriptsAndTakesThemAway(BannerDriver driver) {
        String held = "<script type=text/plain data-cookie-charter-services=audience id=%s %s</script>";
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            visit.market.site.put("/slow.js", "order.push('slow')");
            visit.market.page(
                    "/held.html",
                    "en",
                    "",
                    held.formatted("ran", ">order.push('ran')")
                            + held.formatted("src", "data-src=/slow.js>")
                            + held.formatted("gone", ">order.push('gone')"));
            BrowserPage page = visit.open("/held.html");
            page.evaluate("window.nodes = ['ran', 'src', 'gone'].map(id => document.getElementById(id))");
            page.evaluate("cookieCharter.on('change', () =>" + " nodes[2].parentNode.removeChild(nodes[2]))");
            visit.accept(page);
            page.waitFor("order.includes('slow')");
            page.waitUntilIdle();
            assertThat(MarketVisit.order(page)).contains("ran,slow").doesNotContain("gone");
            assertThat(page.is("nodes.slice(0, 2).every(node => node.isConnected && node.type === 'text/plain')"))
                    .isTrue();
            page.evaluate("nodes.slice(0, 2).forEach(node => node.parentNode.removeChild(node))");
            page.waitUntilIdle();
            assertThat(page.consoleErrors()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void aPagesOwnCodeAsksAndOpens(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            visit.market.page(
                    "/api.html",
                    "en",
                    "<script defer src=\"/own.js\"></script>",
                    "<img name=\"cookieCharter\" id=\"cookieCharter\" alt=\"\">");
            visit.market.site.put("/own.js", """
                    window.told = [];
                    const stop = cookieCharter.on('change', consent => told.push(consent.granted.join('+')));
                    window.stop = stop;
                    window.early = cookieCharter.consent();
                    """);
            BrowserPage page = visit.open("/api.html");
            assertThat(page.text("JSON.stringify(early)"))
                    .isEqualTo("{\"decided\":false,\"granted\":[],\"objected\":[],\"when\":null,\"id\":null}");
            page.evaluate("cookieCharter.preferences()");
            page.waitForVisible(driver.preferences());
            driver.choose(page, visit.market.charter(Market.CHARTER), Set.of("audience"));
            page.waitFor("told.length === 1");
            assertThat(page.text("told.join()")).isEqualTo("audience");
            boolean hasProof = driver instanceof VanillaCookieConsentDriver;
            assertThat(page.is(
                            "cookieCharter.consent().when instanceof Date && cookieCharter.consent().id.length > 20"))
                    .isEqualTo(hasProof);
            page.reload();
            page.waitFor("told.length === 1");
            assertThat(page.text("told.join() + cookieCharter.consent().decided"))
                    .isEqualTo("audiencetrue");
            page.evaluate("stop()");
            page.evaluate("cookieCharter.show()");
            page.waitForVisible(driver instanceof KlaroDriver ? driver.preferences() : driver.banner());
            assertThat(page.consoleErrors()).isEmpty();
        }
    }
}
