package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.WholePipeline;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.TestSite;
import io.github.cookiecharter.output.OutputRoot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A site that is published again, and a visitor who returns with the files of the build before in the cache. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class PublishedSiteBrowserTest {

    private static final String DECLARATION = """
            site: { name: Shop, url: "http://www.shop.test/" }
            banner: { runtime: RUNTIME, texts: { title: BUILD } }
            services:
              session:
                category: necessary
                purpose: Keep the session open
                scripts: [ /session.js ]
                cookies: { SESSION: { lifetime: session } }
              audience:
                category: statistics
                purpose: Count the visits
                scripts: [ /stats.js ]
                frames: [ "https://video.example.org/*" ]
                cookies: { hits: { lifetime: 1 day } }
            categories: { statistics: { signals: [ analytics_storage ] } }
            """;

    private final Browser browser;
    private BrowserContext visitor;
    private TestSite site;

    PublishedSiteBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void arrive() {
        visitor = browser.newContext();
        site = TestSite.start();
        site.put("/session.js", "window.order = ['session', document.readyState, typeof window.gtag]");
        site.put("/stats.js", "document.cookie = 'hits=1; path=/'; window.order.push('stats')");
        site.header("/", "Cache-Control", "no-store");
        site.header("/cookie-charter/policy.html", "Cache-Control", "no-store");
    }

    @AfterEach
    void leave() {
        visitor.close();
        site.close();
    }

    static Stream<BannerDriver> runtimes() {
        return RuntimeMatrixTest.runtimes();
    }

    static Stream<Arguments> runtimesAndCaches() {
        return runtimes()
                .flatMap(driver -> Stream.of("max-age=3600", "no-cache").map(cache -> Arguments.of(driver, cache)));
    }

    private String build(BannerDriver driver, String title) {
        String declaration =
                DECLARATION.replace("RUNTIME", driver.runtime().word()).replace("BUILD", title);
        WholePipeline.Outcome made = WholePipeline.run(declaration.getBytes(StandardCharsets.UTF_8), List.of());
        made.artefacts().stream()
                .filter(artefact -> artefact.root() == OutputRoot.WEB_PATH)
                .forEach(artefact -> site.put("/cookie-charter/" + artefact.path(), artefact.content()));
        return made.text("head.html").orElseThrow();
    }

    private void page(String head) {
        site.put(
                "/",
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Example</title>" + head
                        + "</head><body><h1>Example</h1><button type=\"button\" id=\"reopen\""
                        + " data-cookie-charter=\"preferences\" hidden>Cookies</button></body></html>");
    }

    /** All files of a reproducible jar have one time: a server that compares times says that nothing has changed. */
    private void cache(String control) {
        for (String file : List.of(
                "head.js",
                "banner.js",
                "banner.css",
                "runtime.js",
                "runtime.css",
                "runtime-charter.css",
                "frames.css",
                "consent-mode.js",
                "policy.css")) {
            site.header("/cookie-charter/" + file, "Cache-Control", control);
            site.header("/cookie-charter/" + file, "Last-Modified", "Tue, 01 Jan 1980 00:00:00 GMT");
        }
    }

    private BrowserPage visit(BannerDriver driver, String path) {
        BrowserPage page = visitor.open(site.url("www.shop.test", path));
        page.waitForVisible(driver.banner());
        page.waitUntilIdle();
        assertThat(page.consoleErrors()).isEmpty();
        return page;
    }

    private static String shown(BrowserPage page, BannerDriver driver) {
        return page.text("document.querySelector('" + driver.everything() + "').textContent");
    }

    @ParameterizedTest
    @MethodSource("runtimesAndCaches")
    void aReturningVisitorGetsTheBannerOfTheLastBuild(BannerDriver driver, String cache) {
        cache(cache);
        page(build(driver, "First title"));
        assertThat(shown(visit(driver, "/"), driver)).contains("First title");
        page(build(driver, "Second title"));
        assertThat(shown(visit(driver, "/"), driver)).contains("Second title");
        assertThat(shown(visit(driver, "/cookie-charter/policy.html"), driver)).contains("Second title");
    }

    @ParameterizedTest
    @MethodSource("runtimesAndCaches")
    void aReturningVisitorOfAPageWithOneTagHasABanner(BannerDriver driver, String cache) {
        cache(cache);
        page("<script src=\"/cookie-charter/head.js\"></script>");
        build(driver, "First title");
        assertThat(shown(visit(driver, "/"), driver)).contains("First title");
        build(driver, "Second title");
        visit(driver, "/");
    }

    /** What a cache has dropped comes from the new build, whatever the old files say. */
    @ParameterizedTest
    @MethodSource("runtimes")
    void anOlderHeadScriptLoadsNewerFiles(BannerDriver driver) {
        build(driver, "First title");
        BrowserPage other = visitor.open(site.url("www.shop.test", "/cookie-charter/policy.html"));
        String old = other.text("fetch('/cookie-charter/head.js').then(answer => answer.text())");
        build(driver, "Second title");
        site.put("/cookie-charter/old.js", old);
        page("<script src=\"/cookie-charter/old.js\"></script>");
        assertThat(shown(visit(driver, "/"), driver)).contains("Second title");
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void oneTagPutsEverythingInPlaceInItsOrder(BannerDriver driver) {
        build(driver, "Title");
        page("<script src=\"/cookie-charter/head.js\"></script><script>window.first = typeof window.gtag;"
                + " window.defaults = window.dataLayer[0][1]</script>");
        BrowserPage page = visit(driver, "/");
        assertThat(page.text("[first, defaults, ...order].join()"))
                .isEqualTo("function,default,session,interactive,function");
        page.click(driver.accept());
        page.waitForHidden(driver.banner());
        page.waitFor("order.includes('stats')");
        assertThat(visitor.cookies()).extracting(cookie -> cookie.name()).contains("hits");
        assertThat(page.isVisible("#reopen")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void oneTagWorksUnderAPolicyWithANonce(BannerDriver driver) {
        build(driver, "Title");
        site.header(
                "/",
                "Content-Security-Policy",
                "default-src 'self'; script-src 'nonce-abc' 'strict-dynamic'; style-src 'self'; object-src 'none'");
        page("<script nonce=\"abc\" src=\"/cookie-charter/head.js\"></script>");
        BrowserPage page = visit(driver, "/");
        page.click(driver.accept());
        page.waitForHidden(driver.banner());
        page.waitFor("(window.order || []).includes('stats')");
        assertThat(page.consoleErrors()).isEmpty();
    }
}
