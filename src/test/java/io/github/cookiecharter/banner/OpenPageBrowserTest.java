package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that is open while the visitor chooses elsewhere: in another tab, on another host, or on a later page. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class OpenPageBrowserTest {

    private static final String WITHOUT_RELOAD =
            Market.CHARTER.replace("  cookie: choice", "  cookie: choice\n  reload: false");

    // What runs stores its cookie again and again, as trackers do.
    static final String STUBBORN = """
            (window.order = window.order || []).push("stats");
            const store = () => { document.cookie = "hits=1; path=/" };
            store();
            setInterval(store, 20);
            addEventListener("pagehide", store);
            """;

    private final Browser browser;

    OpenPageBrowserTest(Browser browser) {
        this.browser = browser;
    }

    static void waitForOrder(BrowserPage page, int length) {
        page.waitFor("(window.order || []).length === " + length);
    }

    static boolean hasCookie(MarketVisit visit, String name) {
        return visit.visitor.cookies().stream().anyMatch(cookie -> cookie.name().equals(name));
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void anotherTabLearnsOfAChoice(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            BrowserPage first = visit.open("/en.html");
            BrowserPage second = visit.open("/basket/en.html");
            int loads = first.loads();
            visit.accept(second);
            first.waitForHidden(driver.banner());
            waitForOrder(first, 4);
            MarketVisit.waitForPlaceholders(first, 0);
            assertThat(MarketVisit.order(first)).isEqualTo("session,player,both,stats");

            first.click("#reopen");
            first.waitForVisible(driver.preferences());
            assertThat(first.loads()).isEqualTo(loads);
            assertThat(first.consoleErrors()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void aWithdrawalInAnotherTabReloadsWhatRunsAndStaysErased(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            visit.market.site.put("/stats.js", STUBBORN);
            BrowserPage first = visit.open("/en.html");
            visit.accept(first);
            waitForOrder(first, 4);
            BrowserPage second = visit.visitor.open(visit.market.url("/en.html"));
            waitForOrder(second, 4);
            first.awaitLoad(() -> second.awaitLoad(() -> visit.choose(second)));
            first.waitUntilIdle();
            second.waitUntilIdle();
            assertThat(MarketVisit.order(first)).isEqualTo("session");
            assertThat(first.isVisible(driver.banner())).isFalse();
            assertThat(hasCookie(visit, "hits")).isFalse();
        }
    }

    /** Another host that shares the choice hears no channel: its window wakes up. */
    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void aWindowThatWakesUpReadsTheChoiceOfAnotherHost(BannerDriver driver) {
        String yaml = Market.CHARTER.replace("  cookie: choice", "  cookie: choice\n  domain: shop.test");
        try (MarketVisit visit = new MarketVisit(browser, driver, yaml)) {
            BrowserPage first = visit.open("/en.html");
            BrowserPage other = visit.visitor.open(visit.market.site.url("app.shop.test", "/en.html"));
            other.waitForVisible(driver.banner());
            visit.accept(other);
            first.waitUntilIdle();
            assertThat(first.isVisible(driver.banner())).isTrue();
            first.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            first.waitForHidden(driver.banner());
            waitForOrder(first, 4);
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void nothingStartsAfterAWithdrawalThatNoEventTellsOf(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, WITHOUT_RELOAD)) {
            BrowserPage first = visit.visitor.newPage();
            first.scriptBeforeLoad("delete window.BroadcastChannel");
            first.goTo(visit.market.url("/en.html"));
            first.waitForVisible(driver.banner());
            visit.accept(first);
            waitForOrder(first, 4);
            BrowserPage second = visit.visitor.open(visit.market.url("/en.html"));
            waitForOrder(second, 4);
            int loads = first.loads();
            visit.choose(second);
            MarketVisit.waitForPlaceholders(second, 2);
            first.waitUntilIdle();
            assertThat(MarketVisit.order(first)).isEqualTo("session,player,both,stats");

            first.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<script type=text/plain"
                    + " data-cookie-charter-services=audience>order.push(1)<\\/script>"
                    + "<script type=text/plain data-cookie-charter-services=session>order.push(2)<\\/script>')");
            waitForOrder(first, 5);
            MarketVisit.waitForPlaceholders(first, 2);
            first.waitUntilIdle();
            assertThat(MarketVisit.order(first)).isEqualTo("session,player,both,stats,2");
            assertThat(first.text("cookieCharter.consent().granted.join()")).isEmpty();
            assertThat(first.loads()).isEqualTo(loads);
        }
    }
}
