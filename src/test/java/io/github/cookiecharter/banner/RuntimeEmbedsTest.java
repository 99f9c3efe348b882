package io.github.cookiecharter.banner;

import static io.github.cookiecharter.banner.MarketVisit.PLACEHOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.model.Integrity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts and frames that wait, on every runtime: all the forms in which a page may write them. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class RuntimeEmbedsTest {

    private static final Pattern RUNTIME_FILE = Pattern.compile("<script defer src=\"(/cookie-charter/[^\"]+)\"");

    private final Browser browser;

    RuntimeEmbedsTest(Browser browser) {
        this.browser = browser;
    }

    private static String held(String services, String more) {
        return "<script type=\"text/plain\" data-cookie-charter-services=\"" + services + "\" " + more + "</script>\n";
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void scriptsInThePageKeepTheirOrderAndTheirAttributes(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            String last = "order.push('last ' + document.currentScript.dataset.more)";
            visit.market.site.put("/first.js", "order.push('first')");
            visit.market.site.put("/module.js", "order.push('module ' + (typeof import.meta))");
            visit.market.site.put("/last.js", last);
            visit.market.site.put("/async.js", "window.async = document.currentScript.async");
            visit.market.page(
                    "/scripts.html",
                    "en",
                    "",
                    held("player audience", "data-src=\"/first.js\">")
                            + held("audience", ">order.push('inline')")
                            + held("audience", "data-type=\"module\" data-src=\"/module.js\">")
                            + held("audience", "data-src=\"/missing.js\">")
                            + held(
                                    "audience",
                                    "data-src=\"/last.js\" data-more=\"x\" crossorigin=\"anonymous\" integrity=\""
                                            + Integrity.of(last.getBytes(StandardCharsets.UTF_8)) + "\">")
                            + held("audience", "async data-src=\"/async.js\">")
                            + held("player", ">order.push('player alone')")
                            + held("session", ">window.free = true")
                            + held("nobody constructor", ">order.push('nobody')"));
            BrowserPage page = visit.open("/scripts.html");
            page.waitFor("window.free");
            assertThat(MarketVisit.order(page)).isEqualTo("session");
            visit.choose(page, "audience");
            page.waitFor("window.async && order.length === 7");
            page.waitUntilIdle();
            assertThat(MarketVisit.order(page)).isEqualTo("session,both,stats,first,inline,module object,last x");
            assertThat(page.consoleErrors()).singleElement().asString().contains("/missing.js");
            assertThat(page.consoleWarnings()).singleElement().asString().contains("names no service of the charter");

            page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend'," + " `<p>"
                    + held("audience", ">order.push('late')").strip().replace("</", "<\\/") + "</p>`)");
            page.waitFor("order.length === 8");
            assertThat(MarketVisit.order(page)).endsWith("late");
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void framesAreFoundWhereverTheyComeFrom(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            visit.market.page(
                    "/frames.html",
                    "en",
                    "",
                    "<iframe id=\"help\" data-cookie-charter-src=\"//TUBE.test:PORT/embed/help?x#y\" title=\"Help\"></iframe>"
                            + "<iframe id=\"own\" data-cookie-charter-src=\"/help.html\" title=\"Own help\"></iframe>"
                            + "<iframe id=\"video\" data-cookie-charter-src=\"https://tube.test:PORT/embed/one\"></iframe>"
                            + "<iframe id=\"other\" data-cookie-charter-src=\"http://other.test:PORT/x\" title=\"Other\"></iframe>"
                            + "<iframe id=\"bad\" data-cookie-charter-src=\"javascript:alert(1)\" title=\"Bad\"></iframe>");
            BrowserPage page = visit.open("/frames.html");
            MarketVisit.waitForPlaceholders(page, 3);
            page.waitFor("document.querySelector('#help').src && document.querySelector('#own').src");
            page.waitUntilIdle();
            assertThat(page.requests()).noneMatch(url -> url.contains("other.test") || url.contains("/embed/one"));
            assertThat(page.consoleWarnings()).hasSize(2).allMatch(text -> text.contains("held back"));
            assertThat(page.text("document.querySelector('#other').previousElementSibling.textContent"))
                    .contains("other.test:");
            assertThat(page.is("document.querySelector('#other').previousElementSibling"
                            + ".querySelector('[data-cookie-charter]').hidden"))
                    .isTrue();
            assertThat(
                            page.is(
                                    "document.querySelector('#bad').previousElementSibling.querySelectorAll('button').length > 1"))
                    .isFalse();

            page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<div><iframe id=late"
                    + " data-cookie-charter-src=\"http://tube.test:" + visit.market.site.port()
                    + "/embed/two\" title=Late></iframe></div>')");
            MarketVisit.waitForPlaceholders(page, 4);
            page.evaluate("document.querySelector('#late').dataset.cookieCharterSrc ="
                    + " document.querySelector('#help').dataset.cookieCharterSrc");
            page.waitFor("document.querySelector('#late').src.indexOf('/embed/help') > 0");
            MarketVisit.waitForPlaceholders(page, 3);
            page.evaluate("document.querySelector('#other').remove()");
            MarketVisit.waitForPlaceholders(page, 2);

            visit.accept(page);
            MarketVisit.waitForPlaceholders(page, 1);
            page.waitFor("document.querySelector('#video').src");
            assertThat(page.dialogs()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void aPlaceholderTakesThePlaceOfItsFrame(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            visit.market.page(
                    "/places.html",
                    "en",
                    "<style>#ratio { aspect-ratio: 16 / 9; width: 100%; border: 0 } .box { position: relative; width:"
                            + " 640px; height: 360px } .box iframe { position: absolute; width: 100%; height: 100% }</style>",
                    Market.FRAMES
                            + "<iframe id=\"ratio\" title=\"Ratio\" data-cookie-charter-src=\"http://tube.test:PORT/embed/3\">"
                            + "</iframe><div class=\"box\"><iframe id=\"boxed\" title=\"Boxed\""
                            + " data-cookie-charter-src=\"http://tube.test:PORT/embed/4\"></iframe></div>");
            BrowserPage page = visit.open("/places.html");
            MarketVisit.waitForPlaceholders(page, 4);
            assertThat(size(page, "First video")).isEqualTo("484x274");
            assertThat(size(page, "Boxed")).isEqualTo("640x360");
            assertThat(page.evaluate(
                                    "(e => Math.abs(e.offsetWidth / e.offsetHeight - 16 / 9) < 0.02 &&"
                                            + " e.offsetWidth === e.parentNode.clientWidth)(document.querySelector('[aria-label=Ratio]'))")
                            .asBoolean())
                    .isTrue();
            page.setViewport(320, 640, true);
            page.reload();
            MarketVisit.waitForPlaceholders(page, 4);
            assertThat(page.evaluate("document.querySelector('[aria-label=\"First video\"]').offsetWidth")
                            .asInt())
                    .isLessThanOrEqualTo(320);
            assertThat(page.evaluate("Array.from(document.querySelectorAll('" + PLACEHOLDER
                                    + "')).every(e => e.scrollHeight <= e.clientHeight + 1)")
                            .asBoolean())
                    .isTrue();
        }
    }

    private static String size(BrowserPage page, String title) {
        return page.text("(e => e.offsetWidth + 'x' + e.offsetHeight)(document.querySelector('[aria-label=\"" + title
                + "\"]'))");
    }

    /** Blockers keep banner libraries away. */
    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void withoutItsRuntimeAFrameCanStillBeAskedFor(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            BrowserPage page = visit.visitor.newPage();
            Matcher file = RUNTIME_FILE.matcher(visit.market.head());
            while (file.find()) {
                if (!file.group(1).contains("/banner.js?")) {
                    page.respond("*" + file.group(1), "text/javascript", "", Map.of());
                }
            }
            page.goTo(visit.market.url("/en.html"));
            MarketVisit.waitForPlaceholders(page, 2);
            assertThat(page.isVisible("#reopen")).isFalse();
            assertThat(page.isVisible(PLACEHOLDER + " [data-cookie-charter]")).isFalse();
            page.click(PLACEHOLDER + " button");
            page.waitFor("document.activeElement.id === 'one'");
            assertThat(visit.market.wasAskedFor("/embed/two")).isFalse();
            assertThat(visit.visitor.cookies()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void hostileNamesAreShownAsText(BannerDriver driver) {
        String attack = "<img src=x onerror=alert(1)>'\\\"{provider}$&";
        String yaml = Market.CHARTER.replace("name: Tube & Söhne", "name: \"" + attack + "\"");
        try (MarketVisit visit = new MarketVisit(browser, driver, yaml)) {
            visit.market.page(
                    "/hostile.html",
                    "en",
                    "",
                    "<iframe data-cookie-charter-src=\"http://tube.test:PORT/embed/one\" title=\"&lt;img src=x"
                            + " onerror=alert(2)&gt;\"></iframe>");
            BrowserPage page = visit.open("/hostile.html");
            MarketVisit.waitForPlaceholders(page, 1);
            page.waitUntilIdle();
            assertThat(page.dialogs()).isEmpty();
            assertThat(page.text("document.querySelector('" + PLACEHOLDER + "').textContent"))
                    .contains(List.of("<img src=x onerror=alert(1)>'\"{provider}$&", "<img src=x onerror=alert(2)>"));
        }
    }
}
