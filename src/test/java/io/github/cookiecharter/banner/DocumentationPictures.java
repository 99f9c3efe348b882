package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.TestSite;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.policy.PolicyPages;
import io.github.cookiecharter.template.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes the pictures of the README and of the documentation, from the quickstart's declaration. Run it from the
 * project's folder after {@code mvn test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath}:
 *
 * <pre>
 * java -cp target/test-classes:target/classes:$(cat target/test.classpath) \
 *     io.github.cookiecharter.banner.DocumentationPictures
 * </pre>
 */
final class DocumentationPictures {

    private static final Path IMAGES = Path.of("src/site/resources/images");
    private static final Path DECLARATION = Path.of("src-it/quickstart/cookies.yaml");
    private static final int WIDTH = 1100;
    private static final int HEIGHT = 760;

    private final Browser browser;

    private DocumentationPictures(Browser browser) {
        this.browser = browser;
    }

    public static void main(String... arguments) throws IOException {
        try (Browser browser = Browser.start()) {
            DocumentationPictures pictures = new DocumentationPictures(browser);
            BannerDriver vanilla = new VanillaCookieConsentDriver();
            pictures.take(
                    "policy",
                    vanilla,
                    "fr",
                    WIDTH,
                    page -> page.evaluate("document.querySelector('"
                            + vanilla.everything() + "').style.display = 'none';"
                            + "document.querySelectorAll('main h2')[2].scrollIntoView({ behavior: 'instant' })"));
            pictures.take("banner", vanilla, "en", WIDTH, page -> {});
            pictures.take("preferences", vanilla, "en", WIDTH, page -> {
                open(page, vanilla);
                page.evaluate("[...document.querySelectorAll('#cc-main .pm__section-title')].at(-1).click()");
            });
            BannerDriver klaro = new KlaroDriver();
            pictures.take("klaro", klaro, "en", HEIGHT, page -> {});
            pictures.take("klaro-preferences", klaro, "en", HEIGHT, page -> open(page, klaro));
            BannerDriver tarteaucitron = new TarteaucitronDriver();
            pictures.take("tarteaucitron-banner", tarteaucitron, "en", HEIGHT, page -> {});
            pictures.take("tarteaucitron-preferences", tarteaucitron, "en", HEIGHT, page -> open(page, tarteaucitron));
        }
    }

    private static void open(BrowserPage page, BannerDriver driver) {
        page.evaluate("window.cookieCharter.preferences()");
        page.waitForVisible(driver.preferences());
    }

    private void take(String name, BannerDriver driver, String language, int width, Consumer<BrowserPage> before)
            throws IOException {
        String yaml = Files.readString(DECLARATION) + "\nbanner: { runtime: "
                + driver.runtime().word() + " }\n";
        Charter charter = TestCharter.of(yaml);
        try (TestSite site = TestSite.start();
                BrowserContext visitor = browser.newContext()) {
            BannerFiles banner = Shop.banner(yaml);
            publish(site, banner.artefacts());
            Templates templates = new Templates(Optional.empty());
            PolicyPages pages = new PolicyPages(charter, TestCharter.LANGUAGES, templates);
            publish(site, pages.artefacts(banner.tags().orElseThrow().head()));
            BrowserPage page = visitor.newPage();
            page.setViewport(width, HEIGHT, false);
            page.goTo(site.url("/cookie-charter/policy." + language + ".html"));
            page.waitForVisible(driver.banner());
            before.accept(page);
            // The banner slides in.
            page.waitUntilIdle();
            page.screenshot(IMAGES.resolve(name + ".png"));
        }
    }

    private static void publish(TestSite site, Iterable<Artefact> artefacts) {
        for (Artefact artefact : artefacts) {
            if (artefact.root() == OutputRoot.WEB_PATH) {
                site.put("/cookie-charter/" + artefact.path(), artefact.content());
            }
        }
    }
}
