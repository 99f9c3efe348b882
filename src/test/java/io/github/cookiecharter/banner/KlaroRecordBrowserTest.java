package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.StoredCookie;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What klaro stumbles over when it starts, its own record above all, keeps no visitor from the choice. */
@ExtendWith(BrowserExtension.class)
class KlaroRecordBrowserTest extends KlaroVisit {

    KlaroRecordBrowserTest(Browser browser) {
        super(browser);
    }

    @Test
    void theRecordHasTheAttributesThatAreDeclared() {
        decide("/en.html", REFUSE);
        StoredCookie record = record();
        assertThat(record.domain()).isEqualTo("www.shop.test");
        assertThat(record.path()).isEqualTo("/");
        assertThat(record.sameSite()).isEqualTo("Lax");
        assertThat(days(record)).isBetween(182.6, 182.63);
    }

    private static double days(StoredCookie record) {
        return (record.expires() - Instant.now().getEpochSecond()) / 86_400;
    }

    @ParameterizedTest
    @CsvSource({"90 minutes, 0.0620, 0.0626", "23 hours, 0.957, 0.959", "session, -100000, 0"})
    void aLifetimeThatKlaroDoesNotKnowIsKeptAllTheSame(String lifetime, double from, double to) {
        shop.generate(CHARTER.replace("lifetime: 6 months", "lifetime: " + lifetime));
        decide("/en.html", REFUSE);
        assertThat(days(record())).isBetween(from, to);
        assertThat(record().expires() < 0).isEqualTo(lifetime.equals("session"));
    }

    /** Only what runs on https can be told by the script that is written: Chromium is served over http here. */
    @Test
    void onHttpsTheRecordIsSecure() {
        BrowserPage page = visitor.newPage();
        page.respond("https://www.shop.test/en.html", "text/html", Shop.page("en", head()), Map.of());
        for (String file : List.of("runtime.css", "runtime-charter.css", "runtime.js", "banner.js")) {
            page.respond(
                    "https://www.shop.test/cookie-charter/" + file + "?v=*",
                    file.endsWith("css") ? "text/css" : "text/javascript",
                    file(CHARTER, file),
                    Map.of());
        }
        page.goTo("https://www.shop.test/en.html");
        page.waitForVisible(NOTICE);
        page.click(REFUSE);
        page.waitForHidden(NOTICE);
        assertThat(record().secure()).isTrue();
        assertThat(record().sameSite()).isEqualTo("Lax");
        page.goTo("https://www.shop.test/en.html");
        page.waitUntilIdle();
        assertThat(page.isVisible(NOTICE)).isFalse();
    }

    /** klaro shows no banner at all over a record that is no JSON, and takes any text for consent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "",
                "%",
                "%7B",
                "%FF",
                "null",
                "5",
                "true",
                "\"audience\"",
                "[]",
                "[true]",
                "{}",
                "{\"audience\":\"false\"}",
                "{\"audience\":1}",
                "{\"audience\":null}",
                "{\"audience\":{}}",
                "{\"session\":true,\"cookie-consent\":true,\"audience\":\"true\",\"exempt\":true,\"maps\":false,\"audience-maps\":false}",
                "{\"audience\":true}",
                "{\"constructor\":true}",
                "{\"__proto__\":true,\"audience\":true}",
                "{\"audience\":true,\"maps\":false}",
                "{\"Audience\":true,\"maps\":true,\"audience-maps\":true}"
            })
    void aBrokenOrPartialRecordIsNoConsentAndTheVisitorIsAsked(String value) {
        if (value.startsWith("%") || value.isEmpty()) {
            plant(recordName(CHARTER), value);
        } else {
            plantRecord(value);
        }
        BrowserPage page = open("/en.html");
        page.waitForVisible(NOTICE);
        page.waitUntilIdle();
        assertThat(shop.wasAskedFor("/stats.js")).isFalse();
        page.click(REFUSE);
        page.waitForHidden(NOTICE);
        page.reload();
        page.waitUntilIdle();
        assertThat(page.isVisible(NOTICE)).isFalse();
        assertThat(page.consoleErrors()).isEmpty();
    }

    @Test
    void twoRecordsThatDifferAreNoChoice() {
        String all = "{\"audience\":true,\"maps\":true,\"audience-maps\":true}";
        plantRecord(all);
        visitor.setCookie(StoredCookie.of(
                recordName(CHARTER),
                URLEncoder.encode(all.replace("true", "false"), StandardCharsets.UTF_8),
                ".shop.test"));
        BrowserPage page = open("/en.html");
        page.waitForVisible(NOTICE);
        page.waitUntilIdle();
        assertThat(page.is("window.ran || window.maps")).isFalse();
        page.click(ACCEPT);
        page.waitFor("window.ran === 1");
        page.reload();
        page.waitFor("window.ran === 1");
        assertThat(visitor.cookies().stream().filter(cookie -> cookie.name().equals(recordName(CHARTER))))
                .hasSize(1);
    }

    /** klaro reads orders from the fragment, and fails to load where it is malformed. */
    @ParameterizedTest
    @ValueSource(strings = {"#100%", "#klaro-config=location", "#klaro-config=name&klaro-testing", "#/search?q=%E9"})
    void noFragmentOfTheAddressKeepsTheBannerAway(String fragment) {
        BrowserPage page = decide("/en.html" + fragment, REFUSE);
        assertThat(decoded()).contains("\"audience\":false");
        assertThat(page.text("decodeURI('%C3%A9')")).isEqualTo("é");
        assertThat(page.isVisible("#klaro")).isFalse();
    }

    @Test
    void anElementCalledKlaroIsNotTakenForTheRuntime() {
        shop.site.put(
                "/alone.html",
                Shop.page("en", "<script defer src=\"/cookie-charter/banner.js\"></script>")
                        .replace("<main>", "<main><p id=\"klaro\">Klaro!</p><p id=\"klaroConfig\">Alles klar</p>"));
        BrowserPage page = decide("/alone.html", ACCEPT);
        page.waitFor("klaro.getManager");
        assertThat(page.isVisible("#klaro")).isTrue();
        assertThat(page.consoleErrors()).isEmpty();
    }

    /** Where the visitor forbids storage, klaro alone would fail to start. */
    @Test
    void withoutStorageTheBannerStillAsks() {
        BrowserPage page = visitor.newPage();
        page.scriptBeforeLoad(
                "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name,"
                        + " { configurable: true, get() { throw new DOMException('no', 'SecurityError') } })");
        page.goTo(shop.url("/en.html"));
        page.waitForVisible(NOTICE);
        page.click(REFUSE);
        page.waitForHidden(NOTICE);
        assertThat(decoded()).contains("\"audience\":false");
        assertThat(page.text("(() => { try { return typeof sessionStorage } catch (e) { return e.name } })()"))
                .isEqualTo("SecurityError");
        assertThat(page.consoleErrors()).isEmpty();
    }
}
