package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of scripts that wait, whatever their form, and what else than scripts and frames can wait. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class HeldContentBrowserTest {

    private static final String PIXEL = "\"http://cdn.test:PORT/pixel*\": { kind: pixel }\n      heat:";

    private final Browser browser;

    HeldContentBrowserTest(Browser browser) {
        this.browser = browser;
    }

    private static void waitForOrder(BrowserPage page, int length) {
        page.waitFor("(window.order || []).length === " + length);
    }

    /** The library in vanilla-cookieconsent's own form, the call that needs it in the charter's. */
    @Test
    void twoFormsOfScriptsKeepTheOrderOfTheDocument() {
        try (MarketVisit visit = new MarketVisit(browser, new VanillaCookieConsentDriver(), Market.CHARTER)) {
            visit.market.site.put("/library.js", "window.track = what => order.push(what)");
            visit.market.page(
                    "/forms.html",
                    "en",
                    "<script type=\"text/plain\" data-category=\"statistics\" data-src=\"/library.js\"></script>",
                    "<script type=\"text/plain\" data-cookie-charter-services=\"audience\">track('inline')</script>"
                            + "<script type=\"text/plain\" data-category=\"statistics\">track('own')</script>"
                            + "<script type=\"text/plain\" data-category=\"necessary\">order.push('free')</script>"
                            + "<script type=\"text/plain\" data-category=\"!statistics\">order.push('withdrawn')</script>"
                            + "<script type=\"text/plain\" data-category=\"statistic\">order.push('unknown')</script>");
            BrowserPage page = visit.open("/forms.html");
            page.waitFor("order.includes('free')");
            page.waitUntilIdle();
            assertThat(MarketVisit.order(page)).isEqualTo("session,free");
            visit.choose(page, "audience");
            page.waitFor("order.includes('own')");
            page.waitUntilIdle();
            assertThat(MarketVisit.order(page)).isEqualTo("session,free,both,stats,inline,own");
            assertThat(page.consoleErrors()).isEmpty();
            assertThat(page.consoleWarnings()).singleElement().asString().contains("names no category of the charter");
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void styleSheetsImagesAndObjectsWaitToo(BannerDriver driver) {
        String yaml = Market.CHARTER
                .replace("  cookie: choice", "  cookie: choice\n  reload: false")
                .replace("heat:", PIXEL);
        try (MarketVisit visit = new MarketVisit(browser, driver, yaml)) {
            visit.market.site.put("/held.css", "main { outline: 1px solid rgb(1, 2, 3) }");
            visit.market.site.header("/held.css", "Content-Type", "text/css");
            visit.market.page(
                    "/held.html",
                    "en",
                    "<link rel=\"stylesheet\" data-cookie-charter-services=\"audience\" data-cookie-charter-src=\"/held.css\">",
                    "<img id=\"pixel\" alt=\"\" data-cookie-charter-src=\"http://cdn.test:PORT/pixel?a=1\">"
                            + "<img id=\"other\" alt=\"\" data-cookie-charter-src=\"http://cdn.test:PORT/other.png\">"
                            + "<object id=\"map\" data-cookie-charter-src=\"http://tube.test:PORT/embed/one\"></object>"
                            + "<img id=\"bad\" alt=\"\" data-cookie-charter-services=\"audience\""
                            + " data-cookie-charter-src=\"javascript:alert(1)\">");
            BrowserPage page = visit.open("/held.html");
            page.waitUntilIdle();
            assertThat(visit.market.wasAskedFor("/held.css")).isFalse();
            assertThat(visit.market.wasAnotherHostAsked()).isFalse();

            visit.choose(page, "audience");
            page.waitFor("getComputedStyle(document.querySelector('main')).outlineColor === 'rgb(1, 2, 3)'");
            page.waitFor("document.querySelector('#pixel').src");
            page.waitUntilIdle();
            assertThat(page.is("document.querySelector('#map').data")).isFalse();
            visit.choose(page, "audience", "player");
            page.waitFor("document.querySelector('#map').data.includes('/embed/one')");
            assertThat(page.is("document.querySelector('#other').src || document.querySelector('#bad').src"))
                    .isFalse();

            visit.choose(page);
            page.waitFor("!document.querySelector('#map').data && !document.querySelector('#pixel').src");
            page.waitFor("getComputedStyle(document.querySelector('main')).outlineColor !== 'rgb(1, 2, 3)'");
            assertThat(page.dialogs()).isEmpty();
            waitForOrder(page, 4);
        }
    }
}
