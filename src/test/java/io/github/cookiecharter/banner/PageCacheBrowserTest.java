package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.WholeBrowser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page that the browser kept whole while the visitor chose on a later one, and that the back button shows again. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class PageCacheBrowserTest {

    // Only a page that the browser had kept whole reports that it persisted.
    private static final String REMEMBER = "<script>addEventListener('pageshow', e => {"
            + " if (e.persisted) sessionStorage.setItem('persisted', 'yes') })</script>";

    private final Browser browser;

    PageCacheBrowserTest(@WholeBrowser Browser browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void aPageThatComesBackWholeKnowsOfTheWithdrawal(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            visit.market.site.put("/stats.js", OpenPageBrowserTest.STUBBORN);
            visit.market.page("/first.html", "en", REMEMBER, "<a id=\"on\" href=\"/en.html\">On</a>");
            BrowserPage page = visit.open("/first.html");
            visit.accept(page);
            OpenPageBrowserTest.waitForOrder(page, 4);
            page.awaitLoad(() -> page.click("#on"));
            OpenPageBrowserTest.waitForOrder(page, 4);
            page.awaitLoad(() -> visit.choose(page));
            page.waitUntilIdle();
            page.awaitLoad(() -> page.evaluate("history.back()"));
            page.waitFor("location.pathname === '/first.html'");
            page.waitUntilIdle();
            assertThat(page.text("sessionStorage.getItem('persisted')")).isEqualTo("yes");
            assertThat(MarketVisit.order(page)).isEqualTo("session");
            assertThat(page.isVisible(driver.banner())).isFalse();
            assertThat(OpenPageBrowserTest.hasCookie(visit, "hits")).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void aPageThatComesBackWholeDoesNotAskAgain(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            visit.market.page("/first.html", "en", REMEMBER, "<a id=\"on\" href=\"/en.html\">On</a>");
            BrowserPage page = visit.open("/first.html");
            page.evaluate("window.same = true");
            page.awaitLoad(() -> page.click("#on"));
            page.waitForVisible(driver.banner());
            visit.accept(page);
            page.evaluate("history.back()");
            page.waitFor("location.pathname === '/first.html' && window.same");
            page.waitForHidden(driver.banner());
            OpenPageBrowserTest.waitForOrder(page, 4);
            assertThat(page.text("sessionStorage.getItem('persisted')")).isEqualTo("yes");
        }
    }
}
