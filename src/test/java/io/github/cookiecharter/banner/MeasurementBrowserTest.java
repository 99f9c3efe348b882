package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.WholePipeline;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.TestSite;
import io.github.cookiecharter.output.OutputRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recipe's tags make Matomo and Google Analytics count, after consent alone, on each page. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class MeasurementBrowserTest {

    private static final Path FOLDER = Path.of("src/test/resources/io/github/cookiecharter/banner/measurement");

    /** As matomo.js does: the calls that wait in the queue count, and without any, each later one is refused. */
    private static final String MATOMO = """
            window.counted = (window._paq || []).map(call => call[0]);
            const count = call => window.counted.push(call[0]);
            window._paq = { push: window.counted.length ? count : call => console.error("not initialised", call) };
            """;

    private static final String CALLS =
            "dataLayer.map(call => call[0] + (call[0] === 'js' ? '' : ' ' + call[1])).join()";

    private final Browser browser;
    private BrowserContext visitor;
    private TestSite site;

    MeasurementBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void arrive() {
        visitor = browser.newContext();
        site = TestSite.start();
    }

    @AfterEach
    void leave() {
        visitor.close();
        site.close();
    }

    static Stream<BannerDriver> runtimes() {
        return RuntimeMatrixTest.runtimes();
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of {@code head.html}; the files are served. */
    private String generate(BannerDriver driver, String declaration) {
        String yaml = declaration + "\nbanner: { runtime: " + driver.runtime().word() + " }\n";
        WholePipeline.Outcome made = WholePipeline.run(yaml.getBytes(StandardCharsets.UTF_8), List.of());
        made.artefacts().stream()
                .filter(artefact -> artefact.root() == OutputRoot.WEB_PATH)
                .forEach(artefact -> site.put("/cookie-charter/" + artefact.path(), artefact.content()));
        return made.text("head.html").orElseThrow();
    }

    private void visit(BannerDriver driver, String head) {
        site.put(
                "/",
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Example</title>" + head
                        + "</head><body><h1>Example</h1></body></html>");
        BrowserPage page = visitor.newPage();
        page.respond("https://stats.example.org/*", "text/javascript", MATOMO, Map.of());
        page.respond("https://www.googletagmanager.com/*", "text/javascript", "window.google = true", Map.of());
        page.goTo(site.url("www.shop.test", "/"));
        page.waitForVisible(driver.banner());
        page.waitUntilIdle();
        assertThat(page.text(CALLS)).isEqualTo("consent default");
        assertThat(page.requests()).noneMatch(url -> url.contains("example.org") || url.contains("google"));

        page.click(driver.accept());
        page.waitForHidden(driver.banner());
        assertCounted(page);
        page.reload();
        assertCounted(page);
    }

    private static void assertCounted(BrowserPage page) {
        page.waitFor("window.counted && window.google && dataLayer.some(call => call[0] === 'config')");
        assertThat(page.text("counted.join()")).isEqualTo("setTrackerUrl,setSiteId,enableLinkTracking,trackPageView");
        assertThat(page.text(CALLS)).isEqualTo("consent default,consent update,js,config G-ABC1234567");
        assertThat(page.consoleErrors()).isEmpty();
        assertThat(page.consoleWarnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void theCallsInThePageCount(BannerDriver driver) {
        String head = generate(driver, read("cookies.yaml"));
        visit(driver, read("matomo.html") + head + read("google-analytics.html"));
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void theCallsInAPageThatIsAFileCount(BannerDriver driver) {
        generate(driver, read("cookies.yaml"));
        String head = "<script src=\"/cookie-charter/head.js\"></script>";
        visit(driver, read("matomo.html") + head + read("google-analytics.html"));
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void theCallsInFilesOfTheirOwnCount(BannerDriver driver) {
        String matomo = "\"https://stats.example.org/matomo.js\"";
        String google = "\"https://www.googletagmanager.com/gtag/js?id=G-ABC1234567\"";
        site.put("/matomo-start.js", read("matomo.html").replaceAll("</?script.*>", ""));
        site.put("/google-start.js", read("google-analytics.html").replaceAll("</?script.*>", ""));
        visit(
                driver,
                generate(
                        driver,
                        read("cookies.yaml")
                                .replace(matomo, "/matomo-start.js, " + matomo)
                                .replace(google, google + ", /google-start.js")));
    }
}
