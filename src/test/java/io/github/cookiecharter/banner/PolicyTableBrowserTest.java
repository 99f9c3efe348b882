package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of policies in the documentation, row by row: what it says of each runtime is what a browser does. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class PolicyTableBrowserTest {

    private static final Path PAGE = Path.of("src/site/markdown/banner.md");
    private static final String HEADER = "| policy |";
    private static final String NONCE = "J8uV0bPm4c2e";
    private static final String HOSTS =
            "; script-src 'self' http://cdn.test:PORT; frame-src http://tube.test:PORT; style-src 'self'";
    /** Kept in the window's name, since a withdrawal loads the page anew. */
    private static final String COLLECT = "if (top === self) document.addEventListener('securitypolicyviolation',"
            + " e => { window.name += e.effectiveDirective + ' ' + e.blockedURI + '\\n' })";

    private final Browser browser;

    PolicyTableBrowserTest(Browser browser) {
        this.browser = browser;
    }

    /** A row's policy and what it says of each runtime, in the order of the columns. */
    static Stream<Arguments> cells() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int header = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(HEADER))
                .findFirst()
                .orElseThrow());
        List<String> columns = cells(lines.get(header));
        List<Arguments> all = new ArrayList<>();
        for (int i = header + 2; lines.get(i).startsWith("|"); i++) {
            List<String> cells = cells(lines.get(i));
            String policy = cells.get(0).replace("`", "");
            for (int column = 1; column < columns.size(); column++) {
                String runtime = columns.get(column);
                BannerDriver driver = RuntimeMatrixTest.runtimes()
                        .filter(each -> each.runtime().word().equals(runtime))
                        .findFirst()
                        .orElseThrow();
                all.add(Arguments.of(driver, policy, cells.get(column)));
            }
        }
        assertThat(all).hasSizeGreaterThanOrEqualTo(12);
        return all.stream();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void eachCellOfTheTableHolds(BannerDriver driver, String policy, String says) {
        assertThat(says).matches("(yes|no)\\b.*");
        try (MarketVisit visit = new MarketVisit(browser, driver, Market.CHARTER)) {
            Market market = visit.market;
            boolean byNonce = policy.contains("nonce-");
            String nonce = byNonce ? " nonce=\"" + NONCE + "\" " : " ";
            market.page(
                    "/policy.html",
                    "en",
                    market.head().replace("<script ", "<script" + nonce),
                    "",
                    Market.FRAMES.replace("<iframe ", "<iframe" + nonce));
            market.site.header(
                    "/policy.html",
                    "Content-Security-Policy",
                    policy.replace("nonce-…", "nonce-" + NONCE)
                            + (policy.contains("default-src")
                                    ? HOSTS.replace("PORT", Integer.toString(market.site.port()))
                                    : ""));
            BrowserPage page = visit.visitor.newPage();
            page.scriptBeforeLoad(COLLECT);
            page.goTo(market.url("/policy.html"));
            if (says.startsWith("no")) {
                page.waitFor("window.name !== ''");
                return;
            }
            page.waitForVisible(driver.banner());
            visit.accept(page);
            page.waitFor("(window.order || []).length === 4");
            page.waitFor("!document.querySelector('.cookie-charter-frame')");
            page.awaitLoad(() -> visit.choose(page));
            page.waitUntilIdle();
            assertThat(MarketVisit.order(page)).isEqualTo("session");
            assertThat(page.text("window.name")).isEmpty();
            assertThat(page.consoleErrors()).isEmpty();
        }
    }
}
