package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.cookiecharter.judge.Axe;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How klaro looks and how it is reached: by eye, by keyboard, in every window. */
@ExtendWith(BrowserExtension.class)
class KlaroLookBrowserTest extends KlaroVisit {

    KlaroLookBrowserTest(Browser browser) {
        super(browser);
    }

    @Test
    void refusalIsAsEasyAndAsProminentAsAcceptance() {
        BrowserPage page = open("/en.html");
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
        BrowserPage page = visitor.newPage();
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
        BrowserPage page = visitor.newPage();
        page.setMediaFeature("prefers-color-scheme", scheme);
        page.goTo(shop.url("/en.html"));
        page.waitForVisible(NOTICE);
        assertThat(page.text("getComputedStyle(document.querySelector('" + NOTICE + "')).backgroundColor"))
                .isEqualTo(dark ? "rgb(20, 24, 30)" : "rgb(255, 255, 255)");
    }

    @ParameterizedTest
    @CsvSource({
        "fr, light, 320", "fr, dark, 320", "en, light, 320", "en, dark, 320",
        "fr, light, 1280", "fr, dark, 1280", "en, light, 1280", "en, dark, 1280"
    })
    void noticeAndPreferencesAreAccessible(String language, String scheme, int width) {
        BrowserPage page = visitor.newPage();
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
        page.waitUntilIdle();
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
        BrowserPage page = decide("/en.html", REFUSE);
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
        BrowserPage page = open("/en.html");
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
        BrowserPage page = visitor.newPage();
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
        BrowserPage page = open("/en.html");
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
        BrowserPage page = open("/green.html");
        page.waitForVisible(NOTICE);
        assertThat(page.text("getComputedStyle(document.querySelector('" + NOTICE + "')).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(page.text("getComputedStyle(document.querySelector('.klaro')).fontSize"))
                .isEqualTo("16px");
    }
}
