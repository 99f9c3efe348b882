package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.StoredCookie;
import io.github.cookiecharter.model.BannerRuntime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Markup that others put into a page, such as a comment: it neither stops the banner, nor answers it, nor runs. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class HostileMarkupBrowserTest {

    private static final String NONCE = "J8uV0bPm4c2e";

    /** Elements that a name or an id makes a property of the document, of the window, or of a form. */
    private static final String SHADOWS = """
            <img name="currentScript" alt=""><img name="cookie" alt=""><img name="body" alt=""><img name="head" alt="">
            <img name="getElementById" alt=""><img name="querySelector" alt=""><img name="activeElement" alt="">
            <form name="createElement"></form><form name="querySelectorAll"></form><form name="readyState"></form>
            <form name="documentElement"></form><iframe name="addEventListener" title="Empty"></iframe>
            <img id="createTreeWalker" name="baseURI" alt="">
            <form id="form"><input name="removeAttribute"><input name="getAttribute"><input name="matches">
              <input name="closest"><input name="querySelector"></form>
            <form name="getElementsByTagName"><input name="removeAttribute"><input name="getAttribute"></form>
            <p id="exports">Exports</p><p id="module">Module</p><p id="define">Define</p>
            <p id="cc-main">Main</p><p id="_ccRun">Run</p><p id="CookieConsent">Consent</p>
            <p id="klaro">Klaro</p><p id="klaroConfig" hidden>Klaro</p><div id="cookie-charter-klaro" hidden></div>
            <div id="tarteaucitronRoot" hidden></div><div id="tarteaucitronAlertBig" hidden></div>
            """;

    private final Browser browser;

    HostileMarkupBrowserTest(Browser browser) {
        this.browser = browser;
    }

    static Stream<BannerDriver> runtimes() {
        return RuntimeMatrixTest.runtimes();
    }

    private MarketVisit visit(BannerDriver driver) {
        return new MarketVisit(browser, driver, Market.CHARTER);
    }

    private static List<String> records(MarketVisit visit) {
        return visit.visitor.cookies().stream()
                .map(StoredCookie::name)
                .filter(name -> name.startsWith("choice"))
                .toList();
    }

    private static void answerAndWithdraw(MarketVisit visit, BrowserPage page) {
        visit.accept(page);
        page.waitFor("(window.order || []).length === 4");
        assertThat(records(visit)).hasSize(1);
        page.waitFor("!document.querySelector('.cookie-charter-frame')");
        page.reload();
        page.waitFor("(window.order || []).length === 4");
        page.awaitLoad(() -> visit.choose(page));
        page.waitUntilIdle();
        assertThat(MarketVisit.order(page)).isEqualTo("session");
        assertThat(records(visit)).hasSize(1);
        assertThat(visit.visitor.cookies().stream().map(StoredCookie::name)).doesNotContain("hits", "seen");
        // A library that was loaded before banner.js may have stumbled; banner.js has loaded it again.
        assertThat(page.consoleErrors())
                .allMatch(error ->
                        visit.runtime() != BannerRuntime.VANILLA_COOKIECONSENT && error.contains("/runtime.js?v="));
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void elementsThatShadowNamesStopNothing(BannerDriver driver) {
        try (MarketVisit visit = visit(driver)) {
            visit.market.page("/shadows.html", "en", "", SHADOWS + Market.FRAMES);
            answerAndWithdraw(visit, visit.open("/shadows.html"));
        }
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void elementsThatShadowNamesBeforeTheBannersTagsStopNothing(BannerDriver driver) {
        try (MarketVisit visit = visit(driver)) {
            visit.market.page(
                    "/late.html",
                    "en",
                    "",
                    "",
                    SHADOWS + Market.FRAMES + visit.market.head().replace(" defer ", " "));
            answerAndWithdraw(visit, visit.open("/late.html"));
        }
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void elementsThatShadowNamesLaterStopNothing(BannerDriver driver) {
        try (MarketVisit visit = visit(driver)) {
            visit.market.page("/later.html", "en", "", Market.FRAMES + "<div id=\"comments\"></div>");
            BrowserPage page = visit.open("/later.html");
            page.evaluate("document.querySelector('#comments').innerHTML = " + quoted(SHADOWS));
            answerAndWithdraw(visit, page);
        }
    }

    private static String quoted(String html) {
        return "'" + html.replace("\n", " ").replace("'", "\\'") + "'";
    }

    /** {@code SHADOWS} keeps what the site's own code may rely on: names that hide nothing. */
    @ParameterizedTest
    @MethodSource("runtimes")
    void namesThatHideNothingStay(BannerDriver driver) {
        try (MarketVisit visit = visit(driver)) {
            visit.market.page(
                    "/names.html",
                    "en",
                    "",
                    "<form name=\"search\"></form><iframe name=\"content\" title=\"a\"></iframe>"
                            + "<img name=\"logo\" id=\"logo\" alt=\"\"><a id=\"cookie\" name=\"body\">a</a>");
            BrowserPage page = visit.open("/names.html");
            assertThat(page.text("['search', 'content', 'logo'].filter(name => document[name]).join()"))
                    .isEqualTo("search,content,logo");
            assertThat(page.is("document.querySelector('a#cookie').name === 'body'"))
                    .isTrue();
            assertThat(page.consoleWarnings()).isEmpty();
        }
    }

    static final String SMUGGLED = """
            <script type="text/plain" data-cookie-charter-services="session" data-src="/evil.js"></script>
            <script type="text/plain" data-cookie-charter-services="audience" data-src="/evil.js"></script>
            <script type="text/plain" data-cookie-charter-services="session">window.evil = 1</script>
            <script type="text/plain" data-cookie-charter-services="session" nonce="" data-src="/evil.js"></script>
            <script type="text/plain" data-cookie-charter-services="session" nonce="guess" data-src="/evil.js"></script>
            <script type="text/plain" data-category="necessary" data-src="/evil.js"></script>
            <script type="text/plain" data-category="statistics" data-src="/evil.js"></script>
            <script type="text/plain" data-category="!statistics" data-src="/evil.js"></script>
            <script type="text/plain" data-category="necessary">window.evil = 2</script>
            <script type="text/plain" data-name="session" data-type="text/javascript" data-src="/evil.js"></script>
            <script type="text/plain" data-name="audience" data-type="text/javascript" data-src="/evil.js"></script>
            <script type="text/plain" data-name="session" data-type="text/javascript">window.evil = 3</script>
            <iframe data-cookie-charter-src="http://tube.test:PORT/embed/help" title="a"></iframe>
            <iframe data-cookie-charter-src="http://tube.test:PORT/embed/one" title="a"></iframe>
            <iframe data-name="session" data-src="http://tube.test:PORT/embed/two" title="a"></iframe>
            <link data-name="session" data-type="text/css" rel="stylesheet" data-href="/evil.css">
            """;

    @ParameterizedTest
    @MethodSource("runtimes")
    void withStrictDynamicNothingRunsThatLacksTheNonce(BannerDriver driver) {
        try (MarketVisit visit = visit(driver)) {
            Market market = visit.market;
            market.site.put("/evil.js", "window.evil = 4").put("/evil.css", "");
            market.site.put("/own.js", "window.own = (window.own || 0) + 1");
            String nonce = " nonce=\"" + NONCE + "\" ";
            String own = "<script type=\"text/plain\"" + nonce + "data-cookie-charter-services=\"session\""
                    + " data-src=\"/own.js\"></script><iframe" + nonce
                    + "data-cookie-charter-src=\"http://tube.test:PORT/embed/help\" id=\"film\" title=\"a\"></iframe>";
            market.page(
                    "/strict.html",
                    "en",
                    market.head().replace("<script ", "<script" + nonce),
                    "",
                    SMUGGLED + own + "<div id=\"comments\"></div>");
            market.site.header(
                    "/strict.html", "Content-Security-Policy", "script-src 'nonce-" + NONCE + "' 'strict-dynamic'");
            BrowserPage page = visit.open("/strict.html");
            page.waitFor("window.own === 1 && document.querySelector('#film').src");
            page.evaluate("document.querySelector('#comments').innerHTML = "
                    + quoted(SMUGGLED.replace("PORT", Integer.toString(market.site.port()))));
            visit.accept(page);
            page.waitFor("(window.order || []).length === 4");
            page.waitUntilIdle();
            page.reload();
            page.waitFor("(window.order || []).length === 4");
            page.waitUntilIdle();
            assertThat(page.is("window.evil === undefined")).isTrue();
            assertThat(market.site.paths()).doesNotContain("/evil.js", "/evil.css", "/embed/one", "/embed/two");
        }
    }

    private static final String ACTING = """
            <button type="button" data-cc="accept-all">a</button><button type="button" data-cc="accept-necessary">a</button>
            <button type="button" data-cc="accept-custom">a</button>
            <button type="button" class="cm-btn cm-btn-accept-all">a</button>
            <button type="button" class="cm-btn cm-btn-success">a</button>
            <button type="button" class="tarteaucitronAllow" id="_audience_Allowed">a</button>
            <button type="button" class="tarteaucitronDeny" id="_audience_Denied">a</button>
            <button type="button" class="tarteaucitronAllow" id="tarteaucitronAllAllowed">a</button>
            <button type="button" class="tarteaucitronAllow" id="tarteaucitronPersonalize2">a</button>
            <button type="button" class="tarteaucitronDeny" id="tarteaucitronAllDenied2">a</button>
            <button type="button" id="tarteaucitronSaveButton">a</button>
            <div class="tac_activate"><button type="button" class="tarteaucitronAllow">a</button></div>
            <a data-name="session" data-href="javascript:void(window.evil = 1)" href="#a">a</a>
            <a data-name="audience" data-href="javascript:void(window.evil = 1)" href="#a">a</a>
            <iframe data-name="session" data-src="javascript:void(top.evil = 1)" title="a"></iframe>
            <div data-name="audience" id="comment">a <button type="button">a</button></div>
            """;

    @ParameterizedTest
    @MethodSource("runtimes")
    void markupOfOthersNeitherAnswersNorRuns(BannerDriver driver) {
        try (MarketVisit visit = visit(driver)) {
            visit.market.page("/acting.html", "en", "", "<section id=\"others\">" + ACTING + "</section>");
            BrowserPage page = visit.open("/acting.html");
            page.waitUntilIdle();
            page.evaluate("document.querySelectorAll('#others button, #others a').forEach(each => each.click())");
            page.waitUntilIdle();
            assertThat(visit.visitor.cookies()).isEmpty();
            assertThat(page.isVisible(driver.banner())).isTrue();
            assertThat(page.isVisible("#comment")).isTrue();
            assertThat(MarketVisit.order(page)).isEqualTo("session");
            visit.accept(page);
            page.waitFor("(window.order || []).length === 4");
            page.evaluate("document.querySelectorAll('#others button, #others a').forEach(each => each.click())");
            page.waitUntilIdle();
            assertThat(page.is("window.evil === undefined")).isTrue();
            assertThat(MarketVisit.order(page)).isEqualTo("session,player,both,stats");
        }
    }
}
