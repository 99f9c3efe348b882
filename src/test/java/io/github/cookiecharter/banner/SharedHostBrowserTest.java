package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.goal.WholePipeline;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.TestSite;
import io.github.cookiecharter.output.OutputRoot;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several applications behind one host, or on hosts of one domain, each with its own declaration. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class SharedHostBrowserTest {

    private static final String AUDIENCE =
            "  audience: { category: statistics, purpose: Count the visits, cookies: { hits: { lifetime: 1 day } } }\n";
    private static final String VIDEO =
            "  video: { category: marketing, purpose: Show videos, cookies: { seen: { lifetime: 1 day } } }\n";

    private final Browser browser;
    private BrowserContext visitor;
    private TestSite site;

    SharedHostBrowserTest(Browser browser) {
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

    private static String declaration(BannerDriver driver, String name, String host, String consent, String services) {
        return "site: { name: " + name + ", url: 'http://" + host + "/' }\nconsent: { " + consent + " }\n"
                + "banner: { runtime: " + driver.runtime().word() + " }\nservices:\n" + services;
    }

    private Charter serve(String path, String declaration) {
        WholePipeline.Outcome made = WholePipeline.run(declaration.getBytes(StandardCharsets.UTF_8), List.of());
        made.artefacts().stream()
                .filter(artefact -> artefact.root() == OutputRoot.WEB_PATH)
                .forEach(artefact -> site.put(path + "cookie-charter/" + artefact.path(), artefact.content()));
        String head =
                made.text("head.html").orElseThrow().replace("\"/cookie-charter/", "\"" + path + "cookie-charter/");
        site.put(
                path,
                "<!DOCTYPE html><html lang=\"en\"><head><title>Example</title>" + head + "</head><body><h1>Example</h1>"
                        + "<button type=\"button\" id=\"reopen\" data-cookie-charter=\"preferences\" hidden>Cookies"
                        + "</button></body></html>");
        return TestCharter.of(declaration);
    }

    private BrowserPage visit(String host, String path) {
        BrowserPage page = visitor.open(site.url(host, path));
        page.waitForVisible("#reopen");
        page.waitUntilIdle();
        return page;
    }

    private static void accept(BannerDriver driver, BrowserPage page) {
        page.waitForVisible(driver.banner());
        page.click(driver.accept());
        page.waitForHidden(driver.banner());
        page.waitUntilIdle();
    }

    private Stream<String> cookieNames() {
        return visitor.cookies().stream().map(cookie -> cookie.name());
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void applicationsBehindOneHostAskOnceEach(BannerDriver driver) {
        Charter shop = serve("/shop/", declaration(driver, "Shop", "www.shop.test", "reload: true", AUDIENCE));
        Charter blog = serve("/blog/", declaration(driver, "Blog", "www.shop.test", "reload: true", VIDEO));
        accept(driver, visit("www.shop.test", "/shop/"));
        accept(driver, visit("www.shop.test", "/blog/"));
        assertThat(visit("www.shop.test", "/shop/").isVisible(driver.banner())).isFalse();
        assertThat(visit("www.shop.test", "/blog/").isVisible(driver.banner())).isFalse();
        assertThat(cookieNames())
                .containsExactlyInAnyOrder(
                        shop.consent().cookie(), blog.consent().cookie());
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void applicationsUnderOneDomainAskOnceEachWhereTheirServicesDiffer(BannerDriver driver) {
        serve("/shop/", declaration(driver, "Shop", "www.shop.test", "domain: shop.test", AUDIENCE));
        serve("/blog/", declaration(driver, "Blog", "blog.shop.test", "domain: shop.test", VIDEO));
        accept(driver, visit("www.shop.test", "/shop/"));
        accept(driver, visit("blog.shop.test", "/blog/"));
        assertThat(visit("www.shop.test", "/shop/").isVisible(driver.banner())).isFalse();
        assertThat(visit("blog.shop.test", "/blog/").isVisible(driver.banner())).isFalse();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void applicationsUnderOneDomainShareTheChoiceWhereTheirServicesAreEqual(BannerDriver driver) {
        serve("/shop/", declaration(driver, "Shop", "www.shop.test", "domain: shop.test", AUDIENCE));
        serve("/blog/", declaration(driver, "Blog", "blog.shop.test", "domain: shop.test", AUDIENCE));
        accept(driver, visit("www.shop.test", "/shop/"));
        assertThat(visit("blog.shop.test", "/blog/").isVisible(driver.banner())).isFalse();
        assertThat(cookieNames()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void aChoiceOutlivesTheAdditionOfADomain(BannerDriver driver) {
        serve("/", declaration(driver, "Shop", "www.shop.test", "reload: true", AUDIENCE + VIDEO));
        accept(driver, visit("www.shop.test", "/"));
        answersRemain(
                driver,
                serve("/", declaration(driver, "Shop", "www.shop.test", "domain: shop.test", AUDIENCE + VIDEO)));
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void aChoiceUnderADeclaredNameOutlivesTheAdditionOfADomain(BannerDriver driver) {
        serve("/", declaration(driver, "Shop", "www.shop.test", "cookie: choice", AUDIENCE + VIDEO));
        accept(driver, visit("www.shop.test", "/"));
        answersRemain(
                driver,
                serve(
                        "/",
                        declaration(
                                driver,
                                "Shop",
                                "www.shop.test",
                                "cookie: choice, domain: shop.test",
                                AUDIENCE + VIDEO)));
    }

    /** The answers still hold, and remain when the visitor withdraws one of them. */
    private void answersRemain(BannerDriver driver, Charter charter) {
        BrowserPage page = visit("www.shop.test", "/");
        assertThat(page.isVisible(driver.banner())).isFalse();
        page.click("#reopen");
        page.waitForVisible(driver.preferences());
        page.waitUntilIdle();
        page.awaitLoad(() -> driver.choose(page, charter, Set.of("audience")));
        page.waitUntilIdle();
        assertThat(page.isVisible(driver.banner())).isFalse();
        assertThat(visitor.cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.name()).isEqualTo(charter.consent().cookie());
            assertThat(cookie.domain()).isEqualTo(".shop.test");
        });
    }
}
