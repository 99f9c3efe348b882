package io.github.cookiecharter.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.judge.Axe;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.TestSite;
import io.github.cookiecharter.model.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as a visitor's browser shows them. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class PolicyPagesBrowserTest {

    private final Browser browser;
    private TestSite site;
    private BrowserContext context;

    PolicyPagesBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void open() {
        site = TestSite.start();
        context = browser.newContext();
    }

    @AfterEach
    void close() {
        context.close();
        site.close();
    }

    private BrowserPage page(Charter charter, String file) {
        PolicyPagesTest.files(charter).forEach((path, text) -> site.put("/cookies/" + path, text));
        return context.open(site.url("www.shop.test", "/cookies/" + file));
    }

    private static Charter allColumns() {
        return PolicyCharters.everything().columns(List.of(Column.values())).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void thePageIsAccessibleInLightAndDark(String scheme) {
        BrowserPage page = page(allColumns(), "policy.fr.html");
        page.setMediaFeature("prefers-color-scheme", scheme);
        // The control that the banner's script shows has to be readable too.
        page.evaluate("document.querySelector('button').hidden = false");
        assertThat(Axe.violations(page)).isEmpty();
        assertThat(page.consoleErrors()).isEmpty();
        checkAccessibility(page, "everything-" + scheme);
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void thePageDoesNotScrollSideways(int width) {
        BrowserPage page = page(allColumns(), "policy.fr.html");
        page.setViewport(width, 800, width < 600);
        page.reload();
        assertThat(page.is("document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        // In a narrow window each row is a list, and in a wide one the table scrolls in its region.
        assertThat(page.is("[...document.querySelectorAll('.cookie-charter-scroll')]"
                        + ".some(region => region.scrollWidth > region.clientWidth)"))
                .isEqualTo(width > 320);
        assertThat(page.text("getComputedStyle(document.querySelector('td'), '::before').content"))
                .isEqualTo(
                        width > 320 ? "none" : "\"" + page.text("document.querySelector('td').dataset.label") + "\"");
        assertThat(Axe.violations(page)).isEmpty();
        checkAccessibility(page, "everything-" + width);
    }

    @Test
    void theHiddenControlTakesNoRoom() {
        assertThat(page(allColumns(), "policy.en.html").isVisible("[data-cookie-charter=preferences]"))
                .isFalse();
    }

    @Test
    void printedPagesAreCompleteAndShowAddresses() {
        BrowserPage page = page(PolicyCharters.everything().build(), "policy.en.html");
        page.setMedia("print");
        page.setViewport(700, 1000, false);
        assertThat(page.is("[...document.querySelectorAll('.cookie-charter-scroll')]"
                        + ".every(region => region.scrollWidth <= region.clientWidth)"))
                .isTrue();
        assertThat(page.text("getComputedStyle(document.querySelector('td a'), '::after').content"))
                .contains("https://www.google.com");
        checkAccessibility(page, "everything-print");
    }

    @Test
    void aFragmentKeepsTheColoursOfTheSiteAroundIt() {
        PolicyPagesTest.files(allColumns()).forEach((path, text) -> site.put("/cookies/" + path, text));
        String fragment = PolicyPagesTest.files(allColumns()).get("policy.en.fragment.html");
        site.put(
                "/own.html",
                "<!DOCTYPE html><html lang=en><title>Own</title><link rel=stylesheet href=/cookies/policy.css>"
                        + "<body style='background:#102a10;color:#fff;font-family:serif'><main><h1>Own</h1>"
                        + fragment.replace(" hidden>", ">") + "</main><style>a{color:#9cf}</style></html>");
        BrowserPage page = context.open(site.url("www.shop.test", "/own.html"));
        page.setMediaFeature("prefers-color-scheme", "light");
        assertThat(Axe.violations(page)).isEmpty();
        assertThat(page.text("getComputedStyle(document.querySelector('td')).color"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(page.text("getComputedStyle(document.querySelector('td')).fontFamily"))
                .isEqualTo("serif");
        checkAccessibility(page, "fragment");
    }

    private static void checkAccessibility(BrowserPage page, String name) {
        Path folder = Path.of("target", "screenshots");
        try {
            Files.createDirectories(folder);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        page.screenshot(folder.resolve("policy-" + name + ".png"), true);
    }
}
