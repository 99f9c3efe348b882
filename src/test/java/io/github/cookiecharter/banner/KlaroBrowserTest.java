package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The choice with klaro, in a real browser: by service, kept to, withdrawn, asked for again. */
@ExtendWith(BrowserExtension.class)
class KlaroBrowserTest extends KlaroVisit {

    KlaroBrowserTest(Browser browser) {
        super(browser);
    }

    @Test
    void refusalAcceptanceAndSomethingBetweenAreRecordedByService() {
        BrowserPage page = decide("/en.html", REFUSE);
        assertThat(record().value())
                .isEqualTo("%7B%22session%22%3Atrue%2C%22cookie-consent%22%3Atrue%2C%22audience%22%3Afalse%2C"
                        + "%22exempt%22%3Atrue%2C%22maps%22%3Afalse%2C%22audience-maps%22%3Afalse%7D");
        preferences(page);
        toggle(page, "maps");
        page.click(SAVE);
        page.waitForHidden(PREFERENCES);
        page.waitUntilIdle();
        assertThat(decoded())
                .isEqualTo("{\"session\":true,\"cookie-consent\":true,\"audience\":false,\"exempt\":true,"
                        + "\"maps\":true,\"audience-maps\":false}");
        assertThat(shop.wasAskedFor("/maps.js")).isFalse();
        assertThat(shop.wasAskedFor("/stats.js")).isFalse();
        preferences(page);
        page.click(PREFERENCES + " .cm-btn-accept-all");
        page.waitFor("window.maps === 1 && window.ran === 1");
        assertThat(decoded()).doesNotContain("false");
        page.reload();
        page.waitFor("window.maps === 1 && window.ran === 1");
    }

    @Test
    void aServiceRunsByItsWholeIdAlone() {
        BrowserPage page = open("/en.html");
        page.click(DETAILS);
        page.waitForVisible(PREFERENCES);
        toggle(page, "audience-maps");
        page.click(SAVE);
        page.waitFor("window.maps === 1");
        page.waitUntilIdle();
        assertThat(shop.wasAskedFor("/stats.js")).isFalse();
        page.reload();
        page.waitFor("window.maps === 1");
        page.waitUntilIdle();
        assertThat(shop.wasAskedFor("/stats.js")).isFalse();
        assertThat(cookieNames()).containsExactly(recordName(CHARTER), "maps");
    }

    /** What is switched in the open preferences is no choice until it is saved; klaro's own state says it is. */
    @Test
    void whatIsSwitchedAndNotSavedAllowsNothing() {
        BrowserPage page = preferences(decide("/en.html", REFUSE));
        String before = record().value();
        toggle(page, "audience");
        page.click(CLOSE);
        page.waitForHidden(PREFERENCES);
        page.evaluate("document.body.insertAdjacentHTML('beforeend', '<script type=\"text/plain\""
                + " data-cookie-charter-services=\"audience\" data-src=\"/late.js\"></scr' + 'ipt>')");
        page.waitUntilIdle();
        assertThat(shop.wasAskedFor("/late.js")).isFalse();
        assertThat(shop.wasAskedFor("/stats.js")).isFalse();
        assertThat(record().value()).isEqualTo(before);
    }

    @Test
    void withdrawingIsOneClickErasesAndReloads() {
        BrowserPage page = decide("/en.html", ACCEPT);
        page.waitFor("window.ran === 1 && window.maps === 1");
        preferences(page);
        page.awaitLoad(() -> page.click(PREFERENCES + " .cm-btn-decline-all"));
        page.waitUntilIdle();
        assertThat(page.is("window.ran || window.maps")).isFalse();
        assertThat(cookieNames()).containsExactly("_pk_keep", recordName(CHARTER), "load");
        assertThat(page.text("Object.keys(localStorage).join()")).isEqualTo("other");
        assertThat(page.isVisible(NOTICE)).isFalse();
    }

    @Test
    void withdrawingOneServiceLeavesTheOthers() {
        BrowserPage page = decide("/en.html", ACCEPT);
        page.waitFor("window.ran === 1 && window.maps === 1");
        preferences(page);
        toggle(page, "audience-maps");
        page.awaitLoad(() -> page.click(SAVE));
        page.waitFor("window.ran === 1");
        page.waitUntilIdle();
        assertThat(page.is("window.maps")).isFalse();
        assertThat(cookieNames()).contains("hits", "_pk_id.7").doesNotContain("maps");
    }

    @Test
    void whatWasAskedHasChangedSoItIsAskedAgainAndTheFormerRecordGoes() {
        decide("/en.html", ACCEPT);
        String changed =
                CHARTER.replace("Count the visits", "Sell the visits").replace("Compter les v", "Vendre les v");
        shop.generate(changed);
        BrowserPage page = open("/en.html");
        page.waitForVisible(NOTICE);
        page.waitUntilIdle();
        assertThat(page.is("window.ran")).isFalse();
        assertThat(page.text("document.querySelector('.cn-changes').innerText"))
                .contains("we have changed what we ask your consent for");
        page.click(REFUSE);
        page.waitForHidden(NOTICE);
        assertThat(cookieNames()).contains(recordName(changed)).doesNotContain(recordName(CHARTER));
    }

    @Test
    void onAFirstVisitNothingIsSaidOfAChange() {
        BrowserPage page = open("/en.html");
        page.waitForVisible(NOTICE);
        assertThat(page.isVisible(".cn-changes")).isFalse();
    }

    /** klaro would ask anew, although nothing that needs consent has changed, and never mind the revision. */
    @Test
    void aNewNecessaryServiceIsNothingToAskFor() {
        plantRecord("{\"audience\":true,\"maps\":false,\"audience-maps\":false}");
        BrowserPage page = open("/en.html");
        page.waitFor("window.ran === 1");
        page.waitUntilIdle();
        assertThat(page.isVisible(NOTICE)).isFalse();
        assertThat(shop.wasAskedFor("/maps.js")).isFalse();
    }

    @Test
    void aNewServiceIsAskedForEvenWhereTheRevisionIsHeld() {
        String held = CHARTER.replace("consent:\n", "consent:\n  revision: 7\n");
        shop.generate(held.replace("  maps:\n", "  charts:\n"));
        decide("/en.html", ACCEPT);
        shop.generate(held);
        BrowserPage page = open("/en.html");
        page.waitForVisible(".cn-changes");
        page.waitUntilIdle();
        assertThat(page.is("window.ran")).isFalse();
        assertThat(cookieNames()).contains("choice-r7");
    }

    @Test
    void globalPrivacyControlIsARefusalUntilTheVisitorDecides() {
        plant("hits", "1");
        BrowserPage page = visitor.newPage();
        page.globalPrivacyControl();
        page.goTo(shop.url("/en.html"));
        page.waitForVisible("main [data-cookie-charter=gpc]");
        page.waitUntilIdle();
        assertThat(page.isVisible(NOTICE)).isFalse();
        assertThat(visitor.cookies()).isEmpty();
        page.click("#reopen");
        page.waitForVisible(PREFERENCES + " [data-cookie-charter=gpc]");
        page.click(CLOSE);
        page.waitForHidden(PREFERENCES);
        page.waitUntilIdle();
        assertThat(page.isVisible(NOTICE)).isFalse();
        page.click("#reopen");
        page.click(PREFERENCES + " .cm-btn-accept-all");
        page.waitFor("window.ran === 1");
        assertThat(page.isVisible("main [data-cookie-charter=gpc]")).isFalse();
        page.reload();
        page.waitFor("window.ran === 1");
        assertThat(page.isVisible("main [data-cookie-charter=gpc]")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default-src 'self'",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'",
                "default-src 'self'; script-src 'nonce-abc'",
                "default-src 'self'; script-src 'nonce-abc' 'strict-dynamic'"
            })
    void aStrictPolicyIsKept(String policy) {
        String page = Shop.page("en", head().replace("<script ", "<script nonce=\"abc\" "));
        shop.site.put("/strict.html", page);
        shop.site.header("/strict.html", "Content-Security-Policy", policy);
        BrowserPage strict = decide("/strict.html", ACCEPT);
        strict.waitFor("window.ran === 1 && window.maps === 1");
        preferences(strict);
        strict.awaitLoad(() -> strict.click(PREFERENCES + " .cm-btn-decline-all"));
        strict.waitUntilIdle();
        assertThat(cookieNames()).containsExactly("_pk_keep", recordName(CHARTER), "load");
        assertThat(strict.consoleErrors()).isEmpty();
    }

    /** A tag in klaro's own form works too, and runs once: klaro alone would run it again whenever the visitor saves. */
    @Test
    void aTagInKlarosOwnFormRunsOnce() {
        shop.site.put("/own.js", "window.own = (window.own || 0) + 1");
        shop.site.put(
                "/own.html",
                Shop.page("en", head())
                        .replace(
                                "</body>",
                                "<script type=\"text/plain\" data-type=\"text/javascript\" data-name=\"audience\""
                                        + " data-src=\"/own.js\"></script></body>"));
        BrowserPage page = open("/own.html");
        page.waitForVisible(NOTICE);
        page.waitUntilIdle();
        assertThat(shop.wasAskedFor("/own.js")).isFalse();
        page.click(ACCEPT);
        page.waitFor("window.own === 1");
        preferences(page);
        page.click(SAVE);
        page.waitForHidden(PREFERENCES);
        page.waitUntilIdle();
        assertThat(page.text("window.own")).isEqualTo("1");
        page.reload();
        page.waitFor("window.own === 1");
        plantRecord("{\"audience\":true,\"maps\":false,\"audience-maps\":false}");
        page.reload();
        page.waitFor("window.own === 1");
    }

    /** Frames wait in the form that is the same on all runtimes, and the choice of their service lets them go. */
    @Test
    void aFrameWaitsForItsService() {
        String yaml = CHARTER.replace("    name: Maps\n", "    name: Maps\n    frames: [ /map.html ]\n");
        shop.generate(yaml);
        shop.site.put("/map.html", "<!DOCTYPE html><html lang=\"en\"><title>Map</title><p>A map</p></html>");
        shop.site.put(
                "/frame.html",
                Shop.page("en", file(yaml, "head.html"))
                        .replace(
                                "</main>",
                                "<iframe data-cookie-charter-src=\"/map.html\" title=\"Map\"></iframe></main>"));
        BrowserPage page = decide("/frame.html", REFUSE);
        page.waitForVisible(".cookie-charter-frame");
        assertThat(page.isVisible(".context-notice")).isFalse();
        page.click(".cookie-charter-frame [data-cookie-charter=preferences]");
        page.waitForVisible(PREFERENCES);
        assertThat(shop.wasAskedFor("/map.html")).isFalse();
        toggle(page, "maps");
        page.click(SAVE);
        page.waitFor("document.querySelector('iframe').src.endsWith('/map.html')");
        page.waitForHidden(".cookie-charter-frame");
        assertThat(shop.wasAskedFor("/maps.js")).isFalse();
    }
}
