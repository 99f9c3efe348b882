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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies of the recipe, as they stand there: a visit under each violates nothing, and each directive is needed. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class ContentSecurityPolicyBrowserTest {

    private static final Path FOLDER =
            Path.of("src/test/resources/io/github/cookiecharter/banner/content-security-policy");
    private static final Pattern NONCE = Pattern.compile("'nonce-(\\w+)'");
    private static final Pattern INLINE =
            Pattern.compile("<style|<script(?![^>]* (?:data-)?src=)|<[^>]*\\s(?:style|on\\w+)=");
    private static final String FRAME =
            "<iframe id=\"film\" data-cookie-charter-src=\"https://video.example.org/embed/1\" title=\"Our factory\""
                    + " width=\"480\" height=\"270\"></iframe>";
    /** Kept in the window's name, since a withdrawal loads the page anew. */
    private static final String COLLECT = "if (top === self) document.addEventListener('securitypolicyviolation',"
            + " e => { window.name += e.effectiveDirective + ' ' + e.blockedURI + '\\n' })";

    private final Browser browser;
    private BrowserContext visitor;
    private TestSite site;

    ContentSecurityPolicyBrowserTest(Browser browser) {
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

    static Stream<Arguments> runtimesAndPolicies() {
        return runtimes()
                .flatMap(driver -> Stream.of("hosts", "nonce", "strict-dynamic", "trusted-types")
                        .map(policy -> Arguments.of(driver, policy)));
    }

    static Stream<Arguments> runtimesAndWhatIsNeeded() {
        return runtimes()
                .flatMap(driver -> Stream.of(
                                Arguments.of("script-src 'self' https://stats.example.org; ", "", "script-src"),
                                Arguments.of("script-src 'self' ", "script-src ", "script-src"),
                                Arguments.of(" https://stats.example.org; style-src", "; style-src", "script-src"),
                                Arguments.of("style-src 'self'; ", "", "style-src"),
                                Arguments.of("frame-src https://video.example.org; ", "", "frame-src"),
                                Arguments.of("connect-src https://stats.example.org; ", "", "connect-src"),
                                Arguments.of(
                                        "frame-ancestors",
                                        "require-trusted-types-for 'script'; trusted-types other; frame-ancestors",
                                        ""))
                        .map(change -> Arguments.of(driver, change.get()[0], change.get()[1], change.get()[2])));
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The header's value as the recipe shows it, in one line. */
    private static String policy(String name) {
        return read(name + ".txt")
                .replaceFirst("Content-Security-Policy:", "")
                .strip()
                .replaceAll("\\s+", " ");
    }

    private static String declaration(BannerDriver driver) {
        return read("cookies.yaml") + "\nbanner: { runtime: " + driver.runtime().word() + " }\n";
    }

    /** The whole site: the generated files, a page with a film, and a page of the site's own with the policy. */
    private List<String> serve(BannerDriver driver, String policy) {
        WholePipeline.Outcome made = WholePipeline.run(declaration(driver).getBytes(StandardCharsets.UTF_8), List.of());
        made.artefacts().stream()
                .filter(artefact -> artefact.root() == OutputRoot.WEB_PATH)
                .forEach(artefact -> site.put("/cookie-charter/" + artefact.path(), artefact.content()));
        Matcher nonce = NONCE.matcher(policy);
        boolean byNonce = nonce.find();
        String head = made.text("head.html").orElseThrow();
        String tags = byNonce ? head.replace("<script ", "<script nonce=\"" + nonce.group(1) + "\" ") : head;
        String frame = byNonce ? FRAME.replace("<iframe ", "<iframe nonce=\"" + nonce.group(1) + "\" ") : FRAME;
        site.put("/index.html", page(tags, frame));
        site.put(
                "/cookies.html",
                page(
                        "<link rel=\"stylesheet\" href=\"/cookie-charter/policy.css\">" + tags,
                        made.text("policy.en.fragment.html").orElseThrow()));
        site.header("*", "Content-Security-Policy", policy);
        // The whole page is a file, which has no nonce.
        return byNonce
                ? List.of("/index.html", "/cookies.html")
                : List.of("/index.html", "/cookies.html", "/cookie-charter/policy.en.html");
    }

    private static String page(String head, String body) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Example</title>" + head
                + "</head><body><main><h1>Example</h1>" + body
                + "<button type=\"button\" id=\"reopen\" data-cookie-charter=\"preferences\" hidden>Cookies</button>"
                + "</main></body></html>";
    }

    private BrowserPage open(String path) {
        BrowserPage page = visitor.newPage();
        page.scriptBeforeLoad(COLLECT);
        page.respond(
                "https://stats.example.org/count.js",
                "text/javascript",
                "document.cookie = 'hits=1; path=/'; fetch('https://stats.example.org/hit').then(() => { window.counted = 1 })",
                Map.of());
        page.respond("https://stats.example.org/hit", "text/plain", "", Map.of("Access-Control-Allow-Origin", "*"));
        page.respond("https://video.example.org/*", "text/html", "<!DOCTYPE html><title>Film</title>", Map.of());
        page.goTo(site.url("www.shop.test", path));
        return page;
    }

    private static List<String> violations(BrowserPage page) {
        return page.text("window.name").lines().toList();
    }

    private Set<String> cookieNames() {
        return visitor.cookies().stream().map(cookie -> cookie.name()).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void nothingOfTheMarkupIsInline(BannerDriver driver) {
        WholePipeline.Outcome made = WholePipeline.run(declaration(driver).getBytes(StandardCharsets.UTF_8), List.of());
        for (String file : List.of("head.html", "policy.html", "policy.en.html", "policy.en.fragment.html")) {
            assertThat(INLINE.matcher(made.text(file).orElseThrow()).find())
                    .as(file)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("runtimesAndPolicies")
    void aWholeVisitViolatesNothing(BannerDriver driver, String name) {
        Charter charter = TestCharter.of(declaration(driver));
        String record = charter.consent().cookie();
        for (String path : serve(driver, policy(name))) {
            // The whole page measures nothing: it has the banner, and none of the scripts that wait.
            boolean measures = !path.startsWith("/cookie-charter/");
            BrowserPage page = open(path);
            page.waitForVisible(driver.banner());
            page.waitUntilIdle();
            assertThat(cookieNames()).isEmpty();
            page.click(driver.accept());
            page.waitForHidden(driver.banner());
            awaitCount(page, measures);
            if (path.equals("/index.html")) {
                page.waitFor("document.querySelector('#film').src === 'https://video.example.org/embed/1'");
                page.waitFor("!document.querySelector('.cookie-charter-frame')");
            }
            assertThat(cookieNames())
                    .containsExactlyInAnyOrderElementsOf(measures ? List.of(record, "hits") : List.of(record));
            page.reload();
            awaitCount(page, measures);
            page.click("[data-cookie-charter=preferences]");
            page.waitForVisible(driver.preferences());
            page.waitUntilIdle();
            page.awaitLoad(() -> driver.choose(page, charter, Set.of()));
            page.waitUntilIdle();
            assertThat(page.isVisible(driver.banner())).isFalse();
            assertThat(cookieNames()).containsExactly(record);
            assertThat(violations(page)).as(path).isEmpty();
            assertThat(page.consoleErrors()).as(path).isEmpty();
            assertThat(page.consoleWarnings()).as(path).isEmpty();
            visitor.close();
            visitor = browser.newContext();
        }
    }

    private static void awaitCount(BrowserPage page, boolean measures) {
        if (measures) {
            page.waitFor("window.counted === 1");
        }
    }

    /** What the policy's author leaves out is missed, so that the test above would see it. */
    @ParameterizedTest
    @MethodSource("runtimesAndWhatIsNeeded")
    void aStricterPolicyIsViolated(BannerDriver driver, String part, String instead, String directive) {
        String policy = policy("hosts");
        assertThat(policy).contains(part);
        serve(driver, policy.replace(part, instead));
        BrowserPage page = open("/index.html");
        page.waitUntilIdle();
        List<String> atOnce = new ArrayList<>(violations(page));
        if (atOnce.isEmpty()) {
            page.waitForVisible(driver.banner());
            page.click(driver.accept());
            page.waitFor("window.name !== ''");
        }
        assertThat(violations(page)).isNotEmpty().allMatch(violation -> violation.startsWith(directive));
    }
}
