package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.GenerateGoal;
import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.RuleParameters;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.StoredCookie;
import io.github.cookiecharter.judge.TestSite;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the guides for sites that had a banner before tell: their configurations run, with the library and without. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class MigrationBrowserTest {

    private static final String HOST = "www.shop.test";
    private static final List<String> STORED =
            List.of("SESSION", "_pk_id.1.1fff", "_pk_ses.1.1fff", "campaign", "unrelated");

    private final Browser browser;
    private final List<TestSite> sites = new ArrayList<>();
    private BrowserContext visitor;

    @TempDir
    Path folder;

    MigrationBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void arrive() {
        visitor = browser.newContext();
    }

    @AfterEach
    void leave() {
        visitor.close();
        sites.forEach(TestSite::close);
    }

    private void anotherVisitor() {
        visitor.close();
        visitor = browser.newContext();
    }

    private TestSite before(FormerBanner banner) {
        return closed(banner.before());
    }

    private TestSite closed(TestSite site) {
        sites.add(site);
        return site;
    }

    /** The site after, for whose declaration no rule has as much as a warning. */
    private TestSite after(FormerBanner banner, String yaml, String moreBody) throws Exception {
        Path module = Files.createTempDirectory(folder, "site");
        GoalResult result = GenerateGoal.run(new GenerateRequest(
                new GenerateRequest.Module(
                        module, "default", Set.of("default"), Set.of(), new ConcurrentHashMap<>(), "1"),
                Files.writeString(module.resolve("cookies.yaml"), yaml),
                new RuleParameters("warning", Map.of(), "", module),
                new GenerateRequest.ArtefactChoice(
                        List.of("policy", "banner"), "com.example.Cookies", Optional.empty()),
                new GenerateRequest.ServedAddress("cookie-charter", "/"),
                new GenerateRequest.OutputDirectories(
                        module.resolve("web"),
                        module.resolve("sources"),
                        module.resolve("reports"),
                        Optional.empty())));
        assertThat(result).isInstanceOf(GoalResult.Done.class);
        Path web = module.resolve("web/cookie-charter");
        TestSite site = closed(FormerBanner.withScripts(TestSite.start()).folder("/cookie-charter/", web));
        return site.put(
                "/index.html",
                banner.page()
                        .replace("<!-- here stands head.html -->", Files.readString(web.resolve("head.html")))
                        .replace("</body>", moreBody + "</body>"));
    }

    private TestSite after(FormerBanner banner) throws Exception {
        return after(banner, banner.declaration(), "");
    }

    private static Charter charter(FormerBanner banner) {
        return TestCharter.of(banner.declaration());
    }

    private BrowserPage open(TestSite site) {
        BrowserPage page = visitor.newPage();
        page.respond(
                "https://stats.example.org/matomo.js",
                "text/javascript",
                "(window.order = window.order || []).push('matomo')",
                Map.of());
        for (String frames : List.of("https://tube.example.org/*", "*://www.youtube-nocookie.com/*")) {
            page.respond(frames, "text/html", "<!DOCTYPE html><title>Video</title>", Map.of());
        }
        page.goTo(site.url(HOST, "/index.html"));
        return page;
    }

    private BrowserPage openAsked(FormerBanner banner, TestSite site) {
        BrowserPage page = open(site);
        page.waitForVisible(banner.driver.banner());
        // The buttons of tarteaucitron alone are dead for half a second.
        page.waitUntilIdle();
        return page;
    }

    private static void answer(FormerBanner banner, BrowserPage page, String button) {
        page.click(button);
        page.waitForHidden(banner.driver.banner());
        page.waitUntilIdle();
    }

    private void plant() {
        STORED.forEach(name -> visitor.setCookie(StoredCookie.of(name, "1", HOST)));
    }

    private Set<String> stored(String record) {
        Set<String> names = new TreeSet<>();
        visitor.cookies().forEach(cookie -> names.add(cookie.name()));
        names.removeIf(name -> name.startsWith(record));
        return names;
    }

    private List<StoredCookie> records(String start) {
        return visitor.cookies().stream()
                .filter(cookie -> cookie.name().startsWith(start))
                .toList();
    }

    private static JsonNode json(StoredCookie record) throws Exception {
        return new ObjectMapper().readTree(URLDecoder.decode(record.value(), StandardCharsets.UTF_8));
    }

    private static List<String> list(BrowserPage page, String expression) {
        List<String> all = new ArrayList<>();
        page.evaluate(expression).forEach(node -> all.add(node.asText()));
        return all;
    }

    private static String order(BrowserPage page) {
        return page.text("(window.order || []).join()");
    }

    private static boolean hasFrame(BrowserPage page) {
        return page.requests().stream().anyMatch(url -> url.matches("https?://(tube|www\\.youtube).*/embed/.+"));
    }

    /** Whether the banner says that something has changed. */
    private static boolean tellsOfAChange(FormerBanner banner, BrowserPage page) {
        String words = new BannerTexts(charter(banner), TestCharter.LANGUAGES).get("revision", "en");
        return page.text("document.querySelector('" + banner.driver.banner() + "').textContent")
                .contains(words);
    }

    @ParameterizedTest
    @EnumSource
    void theSameIsOfferedInTheSameLanguages(FormerBanner banner) throws Exception {
        BrowserPage page = openAsked(banner, before(banner));
        List<String> offered = list(page, banner.offered);
        assertThat(charter(banner).site().languages()).containsExactlyElementsOf(list(page, banner.languages));
        page = openAsked(banner, after(banner));
        page.evaluate("document.querySelector('[data-cookie-charter=preferences], [href=\"#tarteaucitron\"]').click()");
        page.waitForVisible(banner.driver.preferences());
        assertThat(list(page, banner.switches)).isNotEmpty().containsExactlyElementsOf(offered);
        assertThat(page.consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whoRefusesKeepsWhatWasKeptBeforeAndNoMore(FormerBanner banner) throws Exception {
        String record = charter(banner).consent().declaredCookie();
        plant();
        answer(banner, openAsked(banner, before(banner)), banner.driver.refuse());
        Set<String> before = stored(record);
        anotherVisitor();
        plant();
        BrowserPage page = openAsked(banner, after(banner));
        answer(banner, page, banner.driver.refuse());
        assertThat(stored(record)).isEqualTo(before);
        assertThat(order(page)).isEmpty();
        assertThat(hasFrame(page)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whoAcceptsGetsTheSameScriptsAndFrames(FormerBanner banner) throws Exception {
        BrowserPage page = openAsked(banner, before(banner));
        answer(banner, page, banner.driver.accept());
        page.waitFor("window.order");
        page.waitUntilIdle();
        String before = order(page);
        boolean frame = hasFrame(page);
        anotherVisitor();
        page = openAsked(banner, after(banner));
        answer(banner, page, banner.driver.accept());
        page.waitFor("window.order");
        page.waitUntilIdle();
        assertThat(order(page)).isEqualTo(before).contains("matomo");
        assertThat(hasFrame(page)).isEqualTo(frame).isEqualTo(banner != FormerBanner.VANILLA_COOKIECONSENT);
    }

    @Test
    void choicesOfVanillaCookieconsentGoOnToCount() throws Exception {
        FormerBanner banner = FormerBanner.VANILLA_COOKIECONSENT;
        answer(banner, openAsked(banner, before(banner)), banner.driver.accept());
        List<StoredCookie> before = records("cc_cookie");
        assertThat(before).extracting(StoredCookie::domain).containsExactly("." + HOST);
        BrowserPage page = open(after(
                banner,
                banner.declaration(),
                "<script>addEventListener('cc:onConsent', function () { window.told = true })</script>"
                        + "<button type=\"button\" id=\"former\" data-cc=\"show-preferencesModal\">Former</button>"));
        page.waitFor("window.order && window.order.length === 2 && window.told");
        assertThat(page.isVisible(banner.driver.banner())).isFalse();
        assertThat(records("cc_cookie")).isEqualTo(before);
        page.click("#former");
        page.waitForVisible(banner.driver.preferences());
        page.awaitLoad(() -> banner.driver.choose(page, charter(banner), Set.of("matomo")));
        page.waitUntilIdle();
        assertThat(order(page)).isEqualTo("matomo");
        assertThat(records("cc_cookie")).extracting(StoredCookie::domain).containsExactly(HOST);
        assertThat(json(records("cc_cookie").get(0)).path("consentId"))
                .isEqualTo(json(before.get(0)).path("consentId"));
    }

    @Test
    void refusalsOfVanillaCookieconsentGoOnToCount() throws Exception {
        FormerBanner banner = FormerBanner.VANILLA_COOKIECONSENT;
        answer(banner, openAsked(banner, before(banner)), banner.driver.refuse());
        BrowserPage page = open(after(banner));
        page.waitUntilIdle();
        assertThat(page.isVisible(banner.driver.banner())).isFalse();
        assertThat(order(page)).isEmpty();
    }

    @Test
    void withoutARevisionVanillaCookieconsentAsksAgain() throws Exception {
        FormerBanner banner = FormerBanner.VANILLA_COOKIECONSENT;
        answer(banner, openAsked(banner, closed(banner.before("  revision: 2,\n", ""))), banner.driver.accept());
        JsonNode before = json(records("cc_cookie").get(0));
        BrowserPage page = openAsked(banner, after(banner));
        assertThat(tellsOfAChange(banner, page)).isTrue();
        assertThat(order(page)).isEmpty();
        answer(banner, page, banner.driver.accept());
        JsonNode record = json(records("cc_cookie").get(0));
        assertThat(record.path("consentId")).isEqualTo(before.path("consentId"));
        assertThat(record.path("consentTimestamp")).isEqualTo(before.path("consentTimestamp"));
        assertThat(record.path("revision").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"KLARO", "TARTEAUCITRON"})
    void whoHadAnsweredThereIsAskedAgain(FormerBanner banner) throws Exception {
        String name = charter(banner).consent().declaredCookie();
        answer(banner, openAsked(banner, before(banner)), banner.driver.accept());
        assertThat(records(name)).extracting(StoredCookie::name).containsExactly(name);
        BrowserPage page = openAsked(banner, after(banner));
        assertThat(tellsOfAChange(banner, page)).isTrue();
        assertThat(order(page)).isEmpty();
        assertThat(hasFrame(page)).isFalse();
        assertThat(records(name)).extracting(StoredCookie::name).containsExactly(name);
        answer(banner, page, banner.driver.refuse());
        assertThat(records(name))
                .extracting(StoredCookie::name)
                .containsExactly(charter(banner).consent().cookie());
    }

    @ParameterizedTest
    @EnumSource(names = {"KLARO", "TARTEAUCITRON"})
    void underAnotherNameTheFormerRecordStaysAndNothingIsSaidOfAChange(FormerBanner banner) throws Exception {
        String name = charter(banner).consent().declaredCookie();
        answer(banner, openAsked(banner, before(banner)), banner.driver.accept());
        String yaml = banner.declaration().replace("cookie: " + name, "cookie: choice");
        BrowserPage page = openAsked(banner, after(banner, yaml, ""));
        assertThat(tellsOfAChange(banner, page)).isFalse();
        answer(banner, page, banner.driver.refuse());
        assertThat(records(name)).hasSize(1);
    }

    @Test
    void choicesOfKlaroCountWhereTheNameHadARevisionAlready() throws Exception {
        FormerBanner banner = FormerBanner.KLARO;
        TestSite before = closed(banner.before("storageName: \"klaro\"", "storageName: \"klaro-r3\""));
        answer(banner, openAsked(banner, before), banner.driver.accept());
        String yaml = banner.declaration().replace("cookie: klaro", "cookie: klaro\n  revision: 3");
        BrowserPage page =
                open(after(banner, yaml, "<img id=\"picture\" alt=\"\" data-name=\"tube\" data-src=\"/picture.png\">"));
        page.waitFor("window.order && document.querySelector('#picture').getAttribute('src')");
        assertThat(page.isVisible(banner.driver.banner())).isFalse();
        assertThat(order(page)).isEqualTo("matomo");
    }

    @Test
    void noRecordOfTarteaucitronIsEverTakenForOneOfTheCharter() throws Exception {
        FormerBanner banner = FormerBanner.TARTEAUCITRON;
        visitor.setCookie(StoredCookie.of("tarteaucitron-r3", "!mystats=true!youtube=true", HOST));
        String yaml = banner.declaration().replace("cookie: tarteaucitron", "cookie: tarteaucitron\n  revision: 3");
        BrowserPage page = openAsked(banner, after(banner, yaml, ""));
        assertThat(order(page)).isEmpty();
        assertThat(visitor.cookies()).isEmpty();
    }
}
