package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.TestSite.Request;
import io.github.cookiecharter.report.CharterJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The reports of choices to the site, on each runtime. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class ConsentLogBrowserTest {

    private static final String YAML = """
            site:
              name: The Market
              url: http://www.shop.test
              languages: [en]
            consent: { cookie: choice, log: /privacy-choice, log-retention: 3 years, reload: false }
            services:
              audience:
                category: statistics
                purpose: Count the visits
                consent: exempt
                reason: Anonymous figures
                cookies: { hits: { lifetime: 13 months } }
              clicks:
                category: statistics
                purpose: Count the clicks
                cookies: { clicked: { lifetime: 1 day } }
              player:
                category: marketing
                purpose: Show the videos
                cookies: { seen: { lifetime: 1 year } }
            """;

    private static final String PAGE = "/plain.html";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(CharterJson.class.getResourceAsStream("choice-report.schema.json"));

    private final Browser browser;

    ConsentLogBrowserTest(Browser browser) {
        this.browser = browser;
    }

    static Stream<BannerDriver> runtimes() {
        return RuntimeMatrixTest.runtimes();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void eachChoiceIsReportedOnce(BannerDriver driver) throws JsonProcessingException {
        try (BrowserContext visitor = browser.newContext();
                Market market = Market.open(driver.runtime())) {
            market.site.put("/privacy-choice", "taken");
            market.generate(YAML).page(PAGE, "en", "", "");
            BrowserPage page = visitor.open(market.url(PAGE));
            page.waitForVisible(driver.banner());
            page.click(driver.refuse());
            page.waitForHidden(driver.banner());
            waitForReports(page, market, 1);
            page.reload();
            openPreferences(driver, page);
            driver.choose(page, market.charter(YAML), Set.of("player"));
            waitForReports(page, market, 2);
            openPreferences(driver, page);
            driver.choose(page, market.charter(YAML), Set.of());
            waitForReports(page, market, 3);
            openPreferences(driver, page);
            driver.setObjectable(page, "audience", false);
            waitForReports(page, market, 4);
            page.reload();
            page.waitUntilIdle();
            List<JsonNode> reports = reports(market);
            assertThat(reports)
                    .extracting(each -> each.get("action").asText())
                    .containsExactly("reject-all", "selection", "withdrawal", "objection");
            assertThat(reports)
                    .extracting(each -> each.get("layer").asText())
                    .containsExactly("banner", "preferences", "preferences", "preferences");
            assertThat(reports)
                    .extracting(each -> each.get("granted").toString())
                    .containsExactly("[\"audience\"]", "[\"player\",\"audience\"]", "[\"audience\"]", "[]");
            assertThat(reports.stream().map(each -> each.get("id")).distinct()).hasSize(1);
            assertThat(page.consoleErrors()).isEmpty();
        }
    }

    private static void openPreferences(BannerDriver driver, BrowserPage page) {
        page.click("#reopen");
        page.waitForVisible(driver.preferences());
    }

    private static void waitForReports(BrowserPage page, Market market, int count) {
        page.waitFor("(window.cookieCharter.consent(), JSON.parse(localStorage.getItem('choice_log') || '{}')).id");
        for (int i = 0; i < 100 && sent(market).size() < count; i++) {
            page.waitUntilIdle();
        }
        assertThat(sent(market)).hasSize(count);
    }

    private static List<Request> sent(Market market) {
        return market.site.requests().stream()
                .filter(each -> each.path().equals("/privacy-choice"))
                .toList();
    }

    private static List<JsonNode> reports(Market market) throws JsonProcessingException {
        List<JsonNode> reports = new ArrayList<>();
        for (Request request : sent(market)) {
            JsonNode report = MAPPER.readTree(request.body());
            assertThat(request.cookie()).isEmpty();
            assertThat(SCHEMA.validate(report)).isEmpty();
            reports.add(report);
        }
        return reports;
    }
}
