package io.github.cookiecharter.banner;

import static io.github.cookiecharter.banner.MarketVisit.PLACEHOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Axe;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The banner as visitors see it who print, who enlarge the page, who use the keyboard alone, or whose system has forced
 * colours or reduced motion, on every runtime.
 */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class DisplayModesBrowserTest {

    /** Pages are enlarged in a window of 1280 by 1024 pixels, as WCAG 1.4.10 has it. */
    private static final int ENLARGED_WIDTH = 320;

    private static final int ENLARGED_HEIGHT = 256;

    /** Whether no part of an element is seen: the centre and the corners are behind others or outside the window. */
    private static final String HIDDEN =
            "(e => { const r = e.getBoundingClientRect(); return [[r.left + 1, r.top + 1], [r.right - 1, r.top + 1],"
                    + " [r.left + 1, r.bottom - 1], [r.right - 1, r.bottom - 1],"
                    + " [(r.left + r.right) / 2, (r.top + r.bottom) / 2]].every(([x, y]) => {"
                    + " const seen = document.elementFromPoint(x, y); return !seen || !(e.contains(seen) ||"
                    + " (seen.contains(e) && !seen.contains(document.querySelector('main')))) }) })";

    private final Browser browser;
    private Market market;
    private BrowserContext visitor;

    DisplayModesBrowserTest(Browser browser) {
        this.browser = browser;
    }

    static Stream<Arguments> places() {
        return RuntimeMatrixTest.runtimes()
                .flatMap(driver -> Stream.of(
                        Arguments.of(driver, "bar", "bottom"),
                        Arguments.of(driver, "bar", "top"),
                        Arguments.of(driver, "box", "bottom")));
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

    /** A long page with many links, and a banner of this layout; not opened yet. */
    private BrowserPage page(BannerDriver driver, String layout, String position) {
        market = Market.open(driver.runtime(), "layout: " + layout + ", position: " + position);
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            links.append("<p><a href=\"#x\">Link ").append(i).append("</a> with some words</p>");
        }
        market.page("/long.html", "de", "", links + Market.FRAMES + links);
        return visitor.newPage();
    }

    private void show(BannerDriver driver, BrowserPage page) {
        page.goTo(market.url("/long.html"));
        page.waitForVisible(driver.banner());
        page.waitUntilIdle();
    }

    private static void openPreferences(BannerDriver driver, BrowserPage page) {
        page.evaluate("document.querySelector('#reopen').click()");
        page.waitForVisible(driver.preferences());
        page.waitUntilIdle();
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void inForcedColoursEachControlIsSeen(BannerDriver driver) throws IOException {
        BrowserPage page = page(driver, "bar", "bottom");
        page.setMediaFeature("forced-colors", "active");
        show(driver, page);
        String bordered = "(e => { const s = getComputedStyle(e); return parseFloat(s.borderTopWidth) > 0 &&"
                + " s.borderTopStyle !== 'none' && s.borderTopColor !== s.backgroundColor })";
        for (String css : List.of(driver.banner(), driver.accept(), driver.refuse(), PLACEHOLDER + " button")) {
            assertThat(page.is(bordered + "(document.querySelector('" + css + "'))"))
                    .as(css)
                    .isTrue();
        }
        look(page, driver, "forced-banner");
        openPreferences(driver, page);
        assertThat(page.is(bordered + "(document.querySelector('" + driver.preferences() + "'))"))
                .isTrue();
        // A switch shows its knob, and on is not off.
        String looks = "[...document.querySelectorAll('" + driver.everything() + " .slider, " + driver.everything()
                + " .toggle__icon')].map(e => { const knob = e.querySelector('.toggle__icon-circle');"
                + " return [getComputedStyle(e).backgroundColor, (knob ? getComputedStyle(knob) :"
                + " getComputedStyle(e, '::before')).backgroundColor] })";
        assertThat(page.is(looks + ".every(([track, knob]) => track !== knob)")).isTrue();
        if (!page.is(looks + ".length === 0")) {
            assertThat(page.is("new Set(" + looks + ".map(String)).size > 1")).isTrue();
        }
        assertThat(Axe.violations(page, driver.everything())).isEmpty();
        look(page, driver, "forced-preferences");
    }

    @ParameterizedTest
    @MethodSource("places")
    void onAPhoneMostOfThePageStaysInSight(BannerDriver driver, String layout, String position) {
        BrowserPage page = page(driver, layout, position);
        page.setViewport(360, 740, true);
        show(driver, page);
        String box = "document.querySelector('" + driver.banner() + "').getBoundingClientRect()";
        assertThat(page.is(box + ".height <= 0.45 * innerHeight")).isTrue();
        // The buttons are whole within it, and as large as each other.
        String buttons = "['" + driver.accept() + "', '" + driver.refuse()
                + "'].map(css => document.querySelector(css).getBoundingClientRect())";
        assertThat(page.is(buttons + ".every(b => b.top >= " + box + ".top && b.bottom <= " + box + ".bottom)"))
                .isTrue();
        assertThat(page.is("new Set(" + buttons + ".map(b => [b.width, b.height].map(Math.round).join())).size === 1"))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void onPaperThereIsThePageAlone(BannerDriver driver) throws IOException {
        BrowserPage page = page(driver, "bar", "bottom");
        show(driver, page);
        page.keyboard("Tab");
        page.setMedia("print");
        assertThat(page.isVisible(driver.banner())).isFalse();
        assertThat(page.isVisible(PLACEHOLDER)).isTrue();
        assertThat(page.isVisible(PLACEHOLDER + " button")).isFalse();
        assertThat(page.text("getComputedStyle(document.documentElement).paddingBottom"))
                .isEqualTo("0px");
        look(page, driver, "print");
        page.setMedia("");
        openPreferences(driver, page);
        page.setMedia("print");
        assertThat(page.isVisible(driver.preferences())).isFalse();
        assertThat(page.text("getComputedStyle(document.body).overflowY")).isEqualTo("visible");
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void withReducedMotionNothingMoves(BannerDriver driver) {
        BrowserPage page = page(driver, "box", "bottom");
        page.setMediaFeature("prefers-reduced-motion", "reduce");
        show(driver, page);
        openPreferences(driver, page);
        assertThat(page.text("[...document.querySelectorAll('" + driver.everything() + " *')].filter(e =>"
                        + " ['', '::before', '::after'].some(part => { const s = getComputedStyle(e, part || null);"
                        + " return s.animationName !== 'none' ||"
                        + " s.transitionDuration.split(',').some(each => parseFloat(each) > 0) }))"
                        + ".map(e => e.className).join()"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("places")
    void fourTimesEnlargedTheBannerIsUsableAndThePageInReach(BannerDriver driver, String layout, String position)
            throws IOException {
        BrowserPage page = page(driver, layout, position);
        page.setViewport(ENLARGED_WIDTH, ENLARGED_HEIGHT, false);
        show(driver, page);
        String banner = "document.querySelector('" + driver.banner() + "')";
        assertThat(page.is("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        // A quarter of the window is the page's.
        assertThat(page.evaluate(banner + ".offsetHeight").asInt()).isLessThanOrEqualTo(ENLARGED_HEIGHT * 3 / 4);
        assertThat(page.is("(r => r.top >= 0 && r.bottom <= innerHeight)(" + banner + ".getBoundingClientRect())"))
                .isTrue();
        for (String button : List.of(driver.accept(), driver.refuse())) {
            page.evaluate("document.querySelector('" + button + "').focus()");
            assertThat(page.is(HIDDEN + "(document.activeElement)"))
                    .as(layout + " " + button)
                    .isFalse();
        }
        look(page, driver, "enlarged-" + layout);
        openPreferences(driver, page);
        assertThat(page.is("[...document.querySelectorAll('" + driver.preferences() + ", " + driver.preferences()
                        + " *')].some(e => e.scrollHeight > e.clientHeight && e.clientHeight >= 150"
                        + " && /auto|scroll/.test(getComputedStyle(e).overflowY))"))
                .as("preferences that scroll as one")
                .isTrue();
        assertThat(page.is("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        look(page, driver, "enlarged-preferences");
    }

    @ParameterizedTest
    @MethodSource("places")
    void theFirstTabReachesTheBannerAndNoFocusIsHiddenBehindIt(BannerDriver driver, String layout, String position) {
        BrowserPage page = page(driver, layout, position);
        page.setViewport(600, 600, false);
        show(driver, page);
        page.keyboard("Tab");
        assertThat(page.is("document.activeElement.closest('" + driver.everything() + "')"))
                .isTrue();
        int links = 0;
        for (int stop = 0; stop < 90 && !page.is("document.activeElement.id === 'reopen'"); stop++) {
            page.keyboard("Tab");
            if (page.is("document.activeElement.closest('main')")) {
                links++;
                // Scrolling may be smooth, and ends with the next frame.
                page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
                assertThat(page.is(HIDDEN + "(document.activeElement)"))
                        .as(page.text("document.activeElement.textContent"))
                        .isFalse();
            }
        }
        assertThat(links).isGreaterThan(60);
        assertThat(page.text("document.documentElement.style.cssText")).contains("scroll-padding-" + position);
        page.click(driver.refuse());
        page.waitForHidden(driver.banner());
        page.waitFor("!/padding/.test(document.documentElement.style.cssText)");
    }

    private static void look(BrowserPage page, BannerDriver driver, String what) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        page.screenshot(folder.resolve("modes-" + driver.runtime().word() + "-" + what + ".png"), false);
    }
}
