package io.github.cookiecharter.report;

import static io.github.cookiecharter.charter.TestCharters.cookie;
import static io.github.cookiecharter.charter.TestCharters.same;
import static io.github.cookiecharter.charter.TestCharters.site;
import static io.github.cookiecharter.report.TestFindings.accepted;
import static io.github.cookiecharter.report.TestFindings.finding;
import static io.github.cookiecharter.report.TestFindings.mended;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.HostileTexts;
import io.github.cookiecharter.judge.Axe;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.Html;
import io.github.cookiecharter.judge.TestSite;
import io.github.cookiecharter.rule.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of the findings, before its judges and in a browser. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class FindingsPageTest {

    private static String html(FindingsReport report) {
        return new String(report.artefacts(TestFindings.TEMPLATES).get(1).content(), StandardCharsets.UTF_8);
    }

    private static FindingsReport nothing() {
        return TestFindings.of(List.of(), List.of());
    }

    private static FindingsReport hostile() {
        StringBuilder all = new StringBuilder();
        HostileTexts.ALL.forEach(text ->
                all.append(text.length() > 300 ? text.substring(0, 300) : text).append(' '));
        String attack = all.toString();
        Charter charter = site("en")
                .source("a--><script>alert(1)</script>.yaml")
                .name(same(attack, List.of("en")))
                .service("necessary", "session", cookie("SESSION"))
                .charter();
        return TestFindings.of(
                charter,
                List.of(
                        mended(finding("name-prefix", Severity.ERROR, 1, attack), attack),
                        finding("<img src=x onerror=alert(1)>", Severity.NOTE, 2, attack)),
                List.of(accepted(finding("unused", Severity.NOTE, 3, attack), attack)),
                TestFindings.rules());
    }

    @Test
    void isValid() {
        assertThat(Html.check(html(TestFindings.some()))).isEmpty();
        assertThat(Html.check(html(nothing()))).isEmpty();
        assertThat(Html.check(html(TestFindings.of(
                        List.of(finding("runtime-cannot", Severity.WARNING, 3, "of another room")), List.of()))))
                .isEmpty();
        assertThat(Html.check(html(TestFindings.of(TestFindings.charter(), List.of(), List.of(), List.of()))))
                .isEmpty();
        assertThat(Html.check(html(hostile())))
                .as("warnings are of the attack's language and characters")
                .allMatch(message -> message.startsWith("warning"));
    }

    @Test
    void showsCheckedRulesFindingsExceptionsAndLimits(Browser browser) {
        try (TestSite site = TestSite.start().put("/findings.html", html(TestFindings.some()));
                BrowserContext reader = browser.newContext()) {
            BrowserPage page = reader.open(site.url("www.shop.test", "/findings.html"));

            assertThat(page.text("document.querySelector('header').innerText"))
                    .contains("1 error, 2 warnings and 1 note", "shop/cookies.yaml");
            assertThat(page.text("document.querySelector('#limits').parentNode.innerText"))
                    .contains("do not visit the site", "not legal advice");
            assertThat(page.text("document.querySelector('[data-rule=name-prefix]').innerText"))
                    .contains(
                            "begins with __Host- is a promise",
                            "error, line 12, column 7: '__Host-id' is refused",
                            "To fix it",
                            "secure: true",
                            "section 4.1.3");
            assertThat(page.evaluate("document.querySelectorAll('[data-rule=purpose-vague] [data-line]').length")
                            .asInt())
                    .isEqualTo(2);
            assertThat(page.text("document.querySelector('[data-accepted=unused]').innerText"))
                    .contains("line 33", "line 40", "Comes back in spring");
            assertThat(page.text("document.querySelector('[data-checked=purpose-vague]').innerText"))
                    .contains("Found: 2", "Article 4(11) (2016-04-27)");
            assertThat(page.text("document.querySelector('[data-checked=unused]').innerText"))
                    .contains("Found: 1", "Accepted: 1");
            assertThat(page.text("document.querySelector('#unchecked').parentNode.innerText"))
                    .contains("too-big", "gpc-ignored", "us-ca")
                    .doesNotContain("name-prefix");
            assertThat(page.text("[...document.querySelectorAll('section.error, section.warning, section.note')]"
                            + ".map(section => section.className).join()"))
                    .isEqualTo("error,warning,note");
        }
    }

    @Test
    void isAccessibleOnAnyScreenInAnyLight(Browser browser) throws IOException {
        try (TestSite site = TestSite.start().put("/findings.html", html(TestFindings.some()));
                BrowserContext reader = browser.newContext()) {
            BrowserPage page = reader.open(site.url("www.shop.test", "/findings.html"));
            for (String scheme : List.of("light", "dark")) {
                page.setMediaFeature("prefers-color-scheme", scheme);
                for (int width : List.of(320, 1280)) {
                    page.setViewport(width, 800, width < 600);
                    page.reload();
                    assertThat(Axe.violations(page)).isEmpty();
                    assertThat(page.is("document.documentElement.scrollWidth <= innerWidth"))
                            .as("%d", width)
                            .isTrue();
                    checkPage(page, scheme + "-" + width);
                }
            }
            page.setMedia("print");
            assertThat(page.text("getComputedStyle(document.querySelector('dt a'), '::after').content"))
                    .contains("/rules/name-prefix.html");
            assertThat(page.consoleErrors()).isEmpty();
        }
    }

    @Test
    void hostileTextIsInert(Browser browser) {
        try (TestSite site = TestSite.start().put("/findings.html", html(hostile()));
                BrowserContext reader = browser.newContext()) {
            BrowserPage page = reader.open(site.url("www.shop.test", "/findings.html"));

            assertThat(page.dialogs()).isEmpty();
            assertThat(page.evaluate("document.querySelectorAll('script, img, iframe').length")
                            .asInt())
                    .isZero();
            assertThat(page.text("document.querySelector('h1').textContent")).contains("<script>alert(1)</script>");
            page.setViewport(320, 800, true);
            page.reload();
            assertThat(page.is("document.documentElement.scrollWidth <= innerWidth"))
                    .isTrue();
        }
    }

    private static void checkPage(BrowserPage page, String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        page.screenshot(folder.resolve("findings-" + name + ".png"), true);
    }
}
