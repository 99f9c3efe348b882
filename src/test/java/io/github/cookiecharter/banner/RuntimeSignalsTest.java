package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Google Consent Mode on every runtime: what a tag finds in the data layer, and when. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class RuntimeSignalsTest {

    private static final String CHARTER = Market.CHARTER + """
              tag:
                category: statistics
                purpose: { fr: Mesurer les ventes, en: Measure the sales, de: Die Verkäufe messen }
                scripts: [ "https://www.googletagmanager.com/gtag/js?id=G-1" ]
            """;

    private static final String TAG = "window.atTag = JSON.stringify(dataLayer.map(each => Array.from(each)));";

    private static final String DEFAULT =
            "[\"consent\",\"default\",{\"ad_storage\":\"denied\",\"ad_user_data\":\"denied\","
                    + "\"ad_personalization\":\"denied\",\"analytics_storage\":\"denied\",\"functionality_storage\":\"denied\","
                    + "\"personalization_storage\":\"denied\",\"security_storage\":\"granted\",\"wait_for_update\":500}]";

    private final Browser browser;

    RuntimeSignalsTest(Browser browser) {
        this.browser = browser;
    }

    private static String update(String advertising, String analytics) {
        return "[\"consent\",\"update\",{\"ad_storage\":\"" + advertising + "\",\"ad_user_data\":\"" + advertising
                + "\",\"ad_personalization\":\"" + advertising + "\",\"analytics_storage\":\"" + analytics + "\"}]";
    }

    private static String layer(BrowserPage page) {
        return page.text("JSON.stringify(dataLayer.map(each => Array.from(each)))");
    }

    private static boolean asksForTheTag(BrowserPage page) {
        return page.requests().stream().anyMatch(url -> url.contains("googletagmanager"));
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void everyTagFindsWhatTheVisitorChose(BannerDriver driver) {
        try (MarketVisit visit = new MarketVisit(browser, driver, CHARTER)) {
            visit.market.page("/en.html", "en", "<script>window.early = dataLayer.length</script>", "");
            BrowserPage page = visit.visitor.newPage();
            page.respond("https://www.googletagmanager.com/*", "text/javascript", TAG, Map.of());
            page.goTo(visit.market.url("/en.html"));
            page.waitForVisible(driver.banner());
            page.waitUntilIdle();
            assertThat(page.text("window.early")).isEqualTo("1");
            assertThat(layer(page)).isEqualTo("[" + DEFAULT + "]");
            assertThat(asksForTheTag(page)).isFalse();

            visit.accept(page);
            page.waitFor("window.atTag");
            String granted = "[" + DEFAULT + "," + update("granted", "granted") + "]";
            assertThat(page.text("window.atTag")).isEqualTo(granted);
            page.reload();
            page.waitFor("window.atTag");
            assertThat(page.text("window.atTag")).isEqualTo(granted);
            assertThat(layer(page)).isEqualTo(granted);

            page.awaitLoad(() -> visit.choose(page, "player"));
            page.waitUntilIdle();
            assertThat(page.is("window.atTag")).isFalse();
            assertThat(layer(page)).isEqualTo("[" + DEFAULT + "," + update("granted", "denied") + "]");
            assertThat(page.consoleErrors()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.cookiecharter.banner.RuntimeMatrixTest#runtimes")
    void aWithdrawalIsToldToTheRunningTag(BannerDriver driver) {
        String yaml = CHARTER.replace("  cookie: choice", "  cookie: choice\n  reload: false");
        try (MarketVisit visit = new MarketVisit(browser, driver, yaml)) {
            BrowserPage page = visit.visitor.newPage();
            page.respond("https://www.googletagmanager.com/*", "text/javascript", TAG, Map.of());
            page.goTo(visit.market.url("/en.html"));
            page.waitForVisible(driver.banner());
            visit.accept(page);
            page.waitFor("window.atTag");
            visit.choose(page);
            page.waitFor("dataLayer.length === 3");
            assertThat(layer(page)).endsWith(update("granted", "granted") + "," + update("denied", "denied") + "]");
        }
    }
}
