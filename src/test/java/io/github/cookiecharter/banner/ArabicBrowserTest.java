package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Missing;
import io.github.cookiecharter.charter.MissingTranslations;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.Axe;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.Html;
import io.github.cookiecharter.judge.TestSite;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.policy.PolicyPages;
import io.github.cookiecharter.template.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Page and banner in a language that the site itself supplies, which is written from right to left. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class ArabicBrowserTest {

    private static final String SHOP = """
            site: { name: { en: The Shop, ar: المتجر }, url: "http://www.shop.test", languages: [en, ar] }
            services:
              session:
                category: necessary
                name: { en: Session, ar: الجلسة }
                purpose: { en: Keep the session open, ar: إبقاء الجلسة مفتوحة }
                cookies: { SESSION: { lifetime: session } }
              audience:
                category: statistics
                name: { en: Audience, ar: الجمهور }
                purpose: Count the visits to the site
                cookies: { hits: { lifetime: 13 months }, seen: { lifetime: 2 days } }
            banner: { runtime: %s }
            """;

    private static final String LETTERS = "بتثجحخدذرزسشصضطظعغفقكلمنهوي";

    private final Browser browser;
    private TestSite site;
    private BrowserContext visitor;

    ArabicBrowserTest(Browser browser) {
        this.browser = browser;
    }

    static Stream<BannerDriver> runtimes() {
        return RuntimeMatrixTest.runtimes();
    }

    @BeforeEach
    void open() {
        site = TestSite.start();
        visitor = browser.newContext();
    }

    @AfterEach
    void close() {
        visitor.close();
        site.close();
    }

    private BrowserPage visit(BannerDriver driver) {
        String yaml = SHOP.formatted(driver.runtime().word());
        List<Missing> translated = new ArrayList<>();
        for (Charter.Gap gap : TestCharter.of(yaml).gaps()) {
            if (gap.text().isEmpty()) {
                gap.missing().forEach(each -> translated.add(new Missing(each.path(), arabic(each.words()))));
            }
        }
        Charter charter = TestCharter.of(yaml, TestCharter.texts("ar", MissingTranslations.yaml(translated)));
        Templates templates = new Templates(Optional.empty());
        BannerFiles banner = BannerFiles.generate(charter, TestCharter.LANGUAGES, templates, "/cookie-charter/");
        List<Artefact> artefacts = new ArrayList<>(banner.artefacts());
        artefacts.addAll(new PolicyPages(charter, TestCharter.LANGUAGES, templates).artefacts(banner.headTags()));
        for (Artefact artefact : artefacts) {
            if (artefact.root() == OutputRoot.WEB_PATH) {
                site.put("/cookie-charter/" + artefact.path(), artefact.content());
                if (artefact.path().equals("policy.ar.html")) {
                    assertThat(Html.check(artefact.content())).isEmpty();
                }
            }
        }
        return visitor.open(site.url(Shop.HOST, "/cookie-charter/policy.ar.html"));
    }

    // Words that are Arabic letters, as many as there were, with the placeholders in their places.
    private static String arabic(String words) {
        StringBuilder arabic = new StringBuilder();
        boolean inside = false;
        for (char c : words.toCharArray()) {
            inside |= c == '{';
            arabic.append(!inside && Character.isLetter(c) ? LETTERS.charAt(c % LETTERS.length()) : c);
            inside &= c != '}';
        }
        return arabic.toString();
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void pageAndBannerRunFromRightToLeft(BannerDriver driver) throws IOException {
        BrowserPage page = visit(driver);
        page.waitForVisible(driver.banner());

        assertThat(page.text("document.documentElement.lang + document.documentElement.dir"))
                .isEqualTo("arrtl");
        assertThat(page.is("(() => { const [a, b] = [...document.querySelectorAll('thead th')].map("
                        + "th => th.getBoundingClientRect()); return a.left >= b.right - 1; })()"))
                .isTrue();
        assertThat(page.text(
                        "[...document.querySelectorAll('td.cookie-charter-lifetime')].map(td => td.textContent.trim())"
                                + ".join('|')"))
                .contains("13 شهرًا", "يومان");
        assertThat(page.text("document.querySelector('tr[data-cookie=hits] [lang=en]').textContent"))
                .isEqualTo("Count the visits to the site");
        assertThat(page.text("document.querySelector('tr[data-cookie=hits] [lang=en]').dir"))
                .isEqualTo("ltr");
        speaksArabic(page, driver.banner());
        fits(page);
        assertThat(Axe.violations(page)).isEmpty();
        look(page, driver, "banner");

        page.evaluate("document.querySelector('[data-cookie-charter=preferences]').click()");
        page.waitForVisible(driver.preferences());
        speaksArabic(page, driver.preferences());
        assertThat(
                        page.text(
                                "[...document.querySelectorAll('" + driver.everything() + " [lang=en]')].map("
                                        + "each => each.textContent.trim()).filter((each, i, all) => all.indexOf(each) === i).join('|')"))
                .isEqualTo("Count the visits to the site");
        assertThat(page.is("[...document.querySelectorAll('" + driver.everything() + " [lang=en]')].every(each =>"
                        + " each.dir === 'auto')"))
                .isTrue();
        fits(page);
        assertThat(page.consoleErrors()).isEmpty();
        look(page, driver, "preferences");
    }

    /** What a browser lays out by the direction is not laid out by left and right. */
    @Test
    void theStylesKnowNoLeftAndNoRight() throws IOException {
        List<Path> styles;
        try (Stream<Path> files = Files.walk(Path.of("src/main/css"))) {
            styles = files.filter(Files::isRegularFile).toList();
        }
        assertThat(styles).hasSizeGreaterThanOrEqualTo(7);
        for (Path style : styles) {
            assertThat(Files.readString(style))
                    .as(style.toString())
                    .doesNotContainPattern("(?m)^\\s*(left|right|(margin|padding|border)-(left|right)[a-z-]*)\\s*:")
                    .doesNotContainPattern("(text-align|float|clear)\\s*:\\s*(left|right)")
                    .doesNotContainPattern("border-(top|bottom)-(left|right)-radius");
        }
    }

    private static void speaksArabic(BrowserPage page, String selector) {
        String element = "document.querySelector('" + selector + "')";
        assertThat(page.text("getComputedStyle(" + element + ").direction")).isEqualTo("rtl");
        assertThat(page.text(element + ".closest('[lang]').lang")).isEqualTo("ar");
    }

    private static void fits(BrowserPage page) {
        assertThat(page.is("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
    }

    private static void look(BrowserPage page, BannerDriver driver, String what) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        page.screenshot(folder.resolve("arabic-" + driver.runtime().word() + "-" + what + ".png"), false);
    }
}
