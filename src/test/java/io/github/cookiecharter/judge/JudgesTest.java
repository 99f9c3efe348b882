package io.github.cookiecharter.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A judge that always says yes must be caught: each gets a good and a bad example. */
@Tag("browser")
class JudgesTest {

    private static String page(String body) {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>T</title></head><body>" + body
                + "</body></html>";
    }

    @Test
    void htmlFindsErrorsAndWarnings() {
        assertThat(Html.check(page("<h1>Cookies</h1><table><caption>c</caption><tr><th scope=col>x</table>")))
                .isEmpty();
        assertThat(Html.check(page("<h1>Cookies</h1><p>é ü 漢</p>").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Html.check(page("<h1>x</h1><img src=\"x.png\">")))
                .singleElement()
                .asString()
                .startsWith("error [2,")
                .contains("alt");
        assertThat(Html.check(page("<section><p>no heading</p></section>")))
                .anyMatch(line -> line.startsWith("warning") && line.contains("heading"));
        assertThat(Html.check(page("<h1>x</h1><p id=\"a\"></p><p id=\"a\"></p>")))
                .anyMatch(line -> line.contains("Duplicate ID"));
        assertThat(Html.check(page("<h1>x</h1><div></p></span>"))).hasSizeGreaterThan(1);
    }

    @Test
    void htmlFindsATextInAnotherLanguageThanItSays() {
        String french = "<h1>Cookies</h1><p>" + "Ce site utilise des cookies pour compter ses visites. ".repeat(30);

        assertThat(Html.check(page(french))).anyMatch(line -> line.contains("lang=\"fr\""));
        assertThat(Html.checkFragment(french, "fr")).isEmpty();
    }

    @Test
    void htmlJudgesFragmentsAndHeads() {
        assertThat(Html.checkFragment("<section><h2>x</h2></section>", "en")).isEmpty();
        assertThat(Html.checkFragment("<h1>x</h1><h4>skipped</h4>", "en")).isNotEmpty();
        assertThat(Html.checkFragment("<li>x", "en")).isNotEmpty();
        assertThat(Html.checkHead("<link rel=\"stylesheet\" href=\"a.css\">")).isEmpty();
        assertThat(Html.checkHead("<link rel=\"stylesheet\">")).isNotEmpty();
    }

    @Test
    void cssFindsUnknownPropertiesAndBadValues() {
        assertThat(Css.check(":root { --a: #fff }\np { color: var(--a); margin: 0 }\n"
                        + "@media (prefers-color-scheme: dark) { p { color: #000 } }"))
                .isEmpty();
        assertThat(Css.check("p {\n  colour: red }")).anyMatch(line -> line.contains("colour"));
        assertThat(Css.check("p { color: 3px }")).isNotEmpty();
        assertThat(Css.check("p { color: red } }")).isNotEmpty();
    }

    @Test
    @ExtendWith(BrowserExtension.class)
    void axeFindsWhatIsNotAccessible(Browser browser) {
        try (TestSite site = TestSite.start();
                BrowserContext context = browser.newContext()) {
            site.header("*", "Content-Security-Policy", "default-src 'self'; style-src 'unsafe-inline'");
            site.put("/good", page("<main><h1>Cookies</h1><p>Text</p></main>"));
            site.header("/good", "Content-Type", "text/html");
            site.put(
                    "/bad.html",
                    page("<main><h1>Cookies</h1><p style=\"color:#bbb;background:#fff\">pale</p>"
                            + "<div id=\"part\"><input></div></main>"));

            assertThat(Axe.violations(context.open(site.url("/good")))).isEmpty();
            BrowserPage bad = context.open(site.url("/bad.html"));
            assertThat(Axe.violations(bad))
                    .anyMatch(line -> line.startsWith("color-contrast [serious]"))
                    .anyMatch(line -> line.startsWith("label [critical]"))
                    .hasSize(2);
            assertThat(Axe.violations(bad, "#part")).singleElement().asString().contains("input");
            assertThatThrownBy(() -> Axe.violations(bad, "#none")).isInstanceOf(BrowserException.class);
        }
    }

    @Test
    void javacCompilesAndRunsGoodSource() throws Exception {
        Javac.Compilation good = Javac.compile(
                "com.acme.Cookies",
                "package com.acme;\n/** Names. */\npublic final class Cookies {\n  /** None. */\n  private Cookies() {}\n"
                        + "  /** One. */\n  public static final String ONE = \"one\";\n"
                        + "  /**\n   * Two.\n   * @return 2\n   */\n  public static int two() { return 2; }\n}\n");

        assertThat(good.diagnostics()).isEmpty();
        Class<?> type = good.load("com.acme.Cookies");
        assertThat(type.getMethod("two").invoke(null)).isEqualTo(2);
        assertThat(type.getField("ONE").get(null)).isEqualTo("one");
        assertThat(good.classes().get("com.acme.Cookies")[7]).as("Java 8").isEqualTo((byte) 52);
    }

    @Test
    void javacFindsErrorsWarningsAndBadJavadoc() {
        assertThat(Javac.compile("A", "/** A. */\npublic class A { int x = true; }")
                        .diagnostics())
                .anyMatch(line -> line.startsWith("ERROR /A.java [2,"));
        assertThat(Javac.compile("A", "public class A { private A() {} }").diagnostics())
                .anyMatch(line -> line.contains("no comment"));
        assertThat(Javac.compile("A", "/** A <b. */\npublic class A { private A() {} }")
                        .diagnostics())
                .anyMatch(line -> line.contains("malformed HTML"));
        assertThat(Javac.compile("A", "/** A. */\nclass A { java.util.List x; }")
                        .diagnostics())
                .anyMatch(line -> line.contains("rawtypes") || line.contains("raw type"));
        Javac.Compilation two = Javac.compile(Map.of("B", "/** B. */\nfinal class B extends A { private B() {} }"));
        assertThat(two.diagnostics()).isNotEmpty();
        assertThat(two.classes()).isEmpty();
        assertThatThrownBy(() -> two.load("B")).hasMessageContaining("No class B");
    }

    @Test
    void tscHoldsAConfigurationAgainstTheLibrarysTypes() {
        String header = "import type { CookieConsentConfig } from 'vanilla-cookieconsent';\n";

        assertThat(
                        Tsc.check(
                                header + "export const config: CookieConsentConfig = {"
                                        + " categories: { necessary: { readOnly: true } }, language: { default: 'en',"
                                        + " translations: { en: { consentModal: { title: 'x' }, preferencesModal: { sections: [] } } } } };\n"))
                .isEmpty();
        assertThat(Tsc.check(header + "export const config: CookieConsentConfig = { nonsense: 1, categories: {},"
                        + " language: { default: 'en', translations: {} } };\n"))
                .singleElement()
                .asString()
                .startsWith("judged.ts(2,")
                .contains("nonsense");
        assertThat(Tsc.check("import x from 'not-installed';")).isNotEmpty();
    }
}
