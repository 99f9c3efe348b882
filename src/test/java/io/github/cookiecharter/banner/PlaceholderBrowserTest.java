package io.github.cookiecharter.banner;

import static io.github.cookiecharter.banner.MarketVisit.PLACEHOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Axe;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in place of a frame: the site's poster, its words, and where the focus goes, on every runtime. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class PlaceholderBrowserTest {

    private static final String POSTER = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 480 270'>"
            + "<rect width='480' height='270' fill='#fd6'/><circle cx='240' cy='135' r='100' fill='#06c'/></svg>";

    private final Browser browser;

    PlaceholderBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void aPosterStandsAboveTheWordsInEachTheme(BannerDriver driver) throws IOException {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            visit.market.site.put("/poster.svg", POSTER);
            visit.market.site.header("/poster.svg", "Content-Type", "image/svg+xml");
            visit.market.page(
                    "/poster.html",
                    "en",
                    "",
                    "<iframe id=\"film\" title=\"Our factory\" data-cookie-charter-poster=\"/poster.svg\" width=\"480\""
                            + " height=\"270\" data-cookie-charter-src=\"http://tube.test:PORT/embed/one\"></iframe>");
            for (String scheme : Set.of("light", "dark")) {
                BrowserPage page = visit.visitor.newPage();
                page.setMediaFeature("prefers-color-scheme", scheme);
                page.goTo(visit.market.url("/poster.html"));
                page.waitForVisible(PLACEHOLDER + " img");
                page.waitUntilIdle();
                assertThat(page.is("(([poster, title]) => poster.naturalWidth > 0 && poster.alt === '' &&"
                                + " poster.getBoundingClientRect().bottom <= title.getBoundingClientRect().top &&"
                                + " poster.offsetHeight >= 90 && poster.offsetWidth === poster.parentNode.clientWidth)"
                                + "(document.querySelector('" + PLACEHOLDER + "').children)"))
                        .isTrue();
                assertThat(Axe.violations(page, PLACEHOLDER)).isEmpty();
                look(page, driver, "poster-" + scheme);
            }
            assertThat(visit.market.wasAnotherHostAsked()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void keyboardAloneLoadsOneFrameAndGoesThere(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            BrowserPage page = visit.open("/en.html");
            page.click(driver.refuse());
            page.waitForHidden(driver.banner());
            assertThat(page.text("(e => e.getAttribute('role') + ' ' + e.getAttribute('aria-label'))"
                            + "(document.querySelector('" + PLACEHOLDER + "'))"))
                    .isEqualTo("group First video");
            page.evaluate("document.querySelector('" + PLACEHOLDER + " a').focus()");
            page.keyboard("Tab");
            assertThat(page.text("document.activeElement.textContent")).isEqualTo("Load this content once");
            page.keyboard("Enter");
            page.waitFor("document.activeElement.id === 'one'");
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void consentThatAPlaceholderAsksForLeadsToItsFrame(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            BrowserPage page = visit.open("/en.html");
            page.click(driver.refuse());
            page.waitForHidden(driver.banner());
            page.click(PLACEHOLDER + "[aria-label='Second video'] [data-cookie-charter]");
            page.waitForVisible(driver.preferences());
            driver.choose(page, visit.market.charter(Market.CHARTER), Set.of("player"));
            page.waitForHidden(driver.preferences());
            page.waitFor("document.activeElement.id === 'two'");
            page.waitUntilIdle();
            assertThat(page.text("document.activeElement.id")).isEqualTo("two");
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void consentThatIsGivenElsewhereLeavesTheFocusThere(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            BrowserPage page = visit.open("/en.html");
            page.click(driver.refuse());
            page.waitForHidden(driver.banner());
            page.click(PLACEHOLDER + " [data-cookie-charter]");
            page.waitForVisible(driver.preferences());
            driver.choose(page, visit.market.charter(Market.CHARTER), Set.of());
            page.waitForHidden(driver.preferences());
            visit.choose(page, "player");
            MarketVisit.waitForPlaceholders(page, 0);
            page.waitUntilIdle();
            assertThat(page.text("document.activeElement.tagName")).isNotEqualTo("IFRAME");
        }
    }

    private static void look(BrowserPage page, BannerDriver driver, String what) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        page.screenshot(folder.resolve("modes-" + driver.runtime().word() + "-" + what + ".png"), false);
    }
}
