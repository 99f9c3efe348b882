package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.Axe;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.StoredCookie;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tarteaucitron's own: its faults, each of which the generated script keeps from the visitor. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class TarteaucitronBrowserTest {

    /** Ids that are found inside one another, and two categories. */
    private static final String CHARTER = Shop.CHARTER + """
              stats:
                category: statistics
                name: Short
                purpose: { fr: Compter en abrégé, en: Count in short }
                cookies: { short: { lifetime: 1 day } }
              shop-stats:
                category: statistics
                name: Long
                location: { fr: boutique, en: shop front }
                purpose: { fr: Compter en détail, en: Count at length }
                cookies: { long: { lifetime: 1 day } }
              stats-2:
                category: marketing
                name: Second
                purpose: { fr: Compter deux fois, en: Count twice }
                cookies: { second: { lifetime: 1 day } }
            banner:
              runtime: tarteaucitron
            """;

    private static final String BANNER = "#tarteaucitronAlertBig";
    private static final String PANEL = "#tarteaucitron";
    private static final String ACCEPT = "#tarteaucitronPersonalize2";
    private static final String REFUSE = "#tarteaucitronAllDenied2";
    private static final String SAVE = "#tarteaucitronSaveButton";
    /** Longer than any of its timers that could still change something. */
    private static final String REFUSED = "!_audience_=false!_stats_=false!_shop-stats_=false!_stats-2_=false";

    private final Browser browser;
    private BrowserContext visitor;
    private Shop shop;

    TarteaucitronBrowserTest(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void arrive() {
        visitor = browser.newContext();
        shop = Shop.open(CHARTER);
    }

    @AfterEach
    void leave() {
        visitor.close();
        shop.close();
    }

    private BrowserPage open(String path) {
        return visitor.open(shop.url(path));
    }

    private BrowserPage decide(String path, String button) {
        BrowserPage page = open(path);
        page.waitForVisible(BANNER);
        page.click(button);
        page.waitForHidden(BANNER);
        return page;
    }

    private static String recordName(String charter) {
        return TestCharter.of(charter).consent().cookie();
    }

    private Set<String> cookieNames() {
        Set<String> names = new TreeSet<>();
        visitor.cookies().forEach(cookie -> names.add(cookie.name()));
        return names;
    }

    private StoredCookie record() {
        return visitor.cookies().stream()
                .filter(cookie -> cookie.name().equals(recordName(CHARTER)))
                .findFirst()
                .orElseThrow();
    }

    private void plant(String name, String value) {
        visitor.setCookie(StoredCookie.of(name, value, Shop.HOST));
    }

    private static String stateOf(BrowserPage page, String service) {
        return page.text("String(tarteaucitron.state['_" + service + "_'])");
    }

    /** It writes {@code !key=wait} before any choice, and would fetch its style, its texts and its services. */
    @Test
    void aFirstVisitStoresNothingAndLoadsOurFilesAlone() {
        BrowserPage page = open("/en.html");
        page.waitForVisible(BANNER);
        page.waitUntilIdle();
        assertThat(visitor.cookies()).isEmpty();
        assertThat(page.text("Object.keys(localStorage).join()")).isEmpty();
        // Some browsers ask for the site's icon by themselves.
        assertThat(page.requests())
                .filteredOn(url -> !url.equals(shop.url("/favicon.ico")))
                .extracting(url -> url.replaceFirst("\\?v=[\\w-]+$", ""))
                .containsExactlyInAnyOrder(
                        shop.url("/en.html"),
                        shop.url("/cookie-charter/banner.css"),
                        shop.url("/cookie-charter/runtime.js"),
                        shop.url("/cookie-charter/banner.js"));
        assertThat(page.consoleErrors()).isEmpty();
    }

    /** It binds its buttons half a second after it shows them. */
    @Test
    void theButtonsWorkFromTheMomentTheyAreSeen() {
        BrowserPage page = visitor.newPage();
        page.scriptBeforeLoad("addEventListener('DOMContentLoaded', () => {" + " document.querySelector('" + REFUSE
                + "').click(); window.at = performance.now() })");
        page.goTo(shop.url("/en.html"));
        assertThat(record().value()).isEqualTo(REFUSED);
        assertThat(page.isVisible(BANNER)).isFalse();
        page.waitUntilIdle();
        page.click("#reopen");
        page.waitForVisible(PANEL);
        page.click("#tarteaucitronClosePanel");
        page.waitForHidden(PANEL);
        assertThat(record().value()).isEqualTo(REFUSED);
    }

    @Test
    void theRecordNamesEachServiceAndLastsAsLongAsDeclared() {
        decide("/en.html", REFUSE);
        StoredCookie record = record();
        assertThat(record.value()).isEqualTo(REFUSED);
        assertThat(record.domain()).isEqualTo(Shop.HOST);
        assertThat(record.path()).isEqualTo("/");
        assertThat(record.sameSite()).isEqualTo("Lax");
        // 6 months of 30.4375 days.
        assertThat(record.expires() - Instant.now().getEpochSecond()).isBetween(15_778_740.0, 15_778_802.0);
    }

    /** It keeps a choice for whole days, for less than a year, and never for the session. */
    @ParameterizedTest
    @CsvSource({"session, -1", "20 minutes, 1200", "399 days, 34473600"})
    void anyLifetimeIsKept(String lifetime, double seconds) {
        shop.generate(CHARTER.replace("lifetime: 6 months", "lifetime: " + lifetime));
        decide("/en.html", ACCEPT);
        double expires = record().expires();
        if (seconds < 0) {
            assertThat(expires).isEqualTo(-1);
        } else {
            assertThat(expires - Instant.now().getEpochSecond()).isBetween(seconds - 60, seconds + 2);
        }
    }

    /** It looks for a key by {@code indexOf}: the answer to "shop-stats" would be one to "stats". */
    @ParameterizedTest
    @ValueSource(strings = {"stats", "shop-stats", "stats-2", "audience"})
    void noAnswerCountsForAnotherService(String allowed) {
        plant("short", "1");
        plant("long", "1");
        plant("second", "1");
        plant("hits", "1");
        plant(recordName(CHARTER), REFUSED.replace("_" + allowed + "_=false", "_" + allowed + "_=true"));
        BrowserPage page = open("/en.html");
        page.waitUntilIdle();
        assertThat(page.isVisible(BANNER)).isFalse();
        for (String service : List.of("audience", "stats", "shop-stats", "stats-2")) {
            assertThat(stateOf(page, service)).as(service).isEqualTo(String.valueOf(service.equals(allowed)));
        }
        Set<String> left = cookieNames();
        left.removeAll(Set.of(recordName(CHARTER), "load"));
        assertThat(left)
                .hasSize(allowed.equals("audience") ? left.size() : 1)
                .contains(
                        switch (allowed) {
                            case "stats" -> "short";
                            case "shop-stats" -> "long";
                            case "stats-2" -> "second";
                            default -> "hits";
                        });
    }

    @Test
    void whatIsChosenInDetailIsRecordedAndTheRestIsRefusedBySaving() {
        BrowserPage page = open("/en.html");
        page.waitForVisible(BANNER);
        page.click("#tarteaucitronCloseAlert");
        page.waitForVisible(PANEL);
        page.click("#_stats_Allowed");
        assertThat(record().value()).isEqualTo("!_stats_=true");
        assertThat(page.text("document.querySelector('#_stats_Allowed').ariaPressed"))
                .isEqualTo("true");
        page.click(SAVE);
        page.waitForHidden(PANEL);
        assertThat(record().value()).isEqualTo("!_audience_=false!_stats_=true!_shop-stats_=false!_stats-2_=false");
        assertThat(page.isVisible(BANNER)).isFalse();
    }

    @Test
    void closingThePanelIsNoAnswer() {
        BrowserPage page = open("/en.html");
        page.waitForVisible(BANNER);
        page.click("#tarteaucitronCloseAlert");
        page.waitForVisible(PANEL);
        page.keyboard("Escape");
        page.waitForHidden(PANEL);
        assertThat(visitor.cookies()).isEmpty();
        assertThat(page.isVisible(BANNER)).isTrue();
        assertThat(page.text("document.activeElement.id")).isEqualTo("tarteaucitronCloseAlert");
    }

    @Test
    void closingReturnsToWhatOpenedThePanel() {
        BrowserPage page = decide("/en.html", REFUSE);
        page.evaluate("document.querySelector('#reopen').focus()");
        page.keyboard("Enter");
        page.waitForVisible(PANEL);
        assertThat(page.is("document.querySelector('" + PANEL + "').contains(document.activeElement)"))
                .isTrue();
        page.keyboard("Shift+Tab");
        assertThat(page.text("document.activeElement.id")).isEqualTo("tarteaucitronSaveButton");
        page.keyboard("Tab");
        assertThat(page.text("document.activeElement.id")).isEqualTo("tarteaucitronClosePanel");
        page.keyboard("Enter");
        page.waitForHidden(PANEL);
        assertThat(page.text("document.activeElement.id")).isEqualTo("reopen");
    }

    @Test
    void itsOwnAddressOpensThePanel() {
        BrowserPage page = decide("/en.html", REFUSE);
        page.goTo(shop.url("/en.html#tarteaucitron"));
        page.waitForVisible(PANEL);
        page.click("#tarteaucitronClosePanel");
        page.waitForHidden(PANEL);
        BrowserPage other = open("/fr.html#tarteaucitron");
        other.waitForVisible(PANEL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "!",
                "!!",
                "%21_stats_%3Dtrue",
                "!_stats_",
                "!_stats_=",
                "!_stats_=wait",
                "!_stats_=TRUE",
                "!_stats_=truefalse",
                "!_stats_=true=false",
                "!stats=true",
                "!_stats_=true!",
                "x!_stats_=true",
                "!_stats_=true !_shop-stats_=true",
                "!_stats_=true!_stats_=true",
                "!_stats_=false!_stats_=true",
                "!_stats_=true!___proto___=true",
                "!_audience_=true!_stats_=true!_shop-stats_=true!_stats-2_=wait"
            })
    void aBrokenRecordIsNoConsentAndTheVisitorIsAsked(String value) {
        plant(recordName(CHARTER), value);
        plant("short", "1");
        BrowserPage page = open("/en.html");
        page.waitForVisible(BANNER);
        page.waitUntilIdle();
        for (String service : List.of("audience", "stats", "shop-stats", "stats-2")) {
            assertThat(stateOf(page, service)).as(service).isEqualTo("undefined");
        }
        assertThat(cookieNames()).containsExactly("short");
        assertThat(page.consoleErrors()).isEmpty();
        page.click(REFUSE);
        page.waitForHidden(BANNER);
        assertThat(record().value()).isEqualTo(REFUSED);
        page.reload();
        page.waitUntilIdle();
        assertThat(page.isVisible(BANNER)).isFalse();
    }

    @Test
    void twoRecordsThatDifferAreNoConsent() {
        String name = recordName(CHARTER);
        plant(name, REFUSED);
        visitor.setCookie(
                new StoredCookie(name, REFUSED.replace("false", "true"), ".shop.test", "/", false, false, "", -1));
        BrowserPage page = open("/en.html");
        page.waitForVisible(BANNER);
        assertThat(stateOf(page, "stats")).isEqualTo("undefined");
        page.click(ACCEPT);
        page.waitForHidden(BANNER);
        assertThat(visitor.cookies().stream().filter(cookie -> cookie.name().equals(name)))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.domain()).isEqualTo(Shop.HOST));
    }

    @Test
    void whatWasAskedHasChangedSoItIsAskedAgainByName() {
        String former = recordName(CHARTER);
        decide("/en.html", ACCEPT);
        String changed = CHARTER.replace("Compter en abrégé", "Vendre en abrégé");
        shop.generate(changed);
        plant("choice-r", "mine");
        plant("choice-rx", "mine");
        BrowserPage page = open("/en.html");
        page.waitForVisible(BANNER);
        assertThat(stateOf(page, "stats")).isEqualTo("undefined");
        assertThat(page.text("document.querySelector('" + BANNER + "').innerText"))
                .contains("we have changed what we ask your consent for");
        page.click(REFUSE);
        page.waitForHidden(BANNER);
        assertThat(cookieNames())
                .contains(recordName(changed), "choice-r", "choice-rx")
                .doesNotContain(former);
    }

    @Test
    void onAFirstVisitNothingIsSaidOfAChange() {
        BrowserPage page = open("/en.html");
        page.waitForVisible(BANNER);
        assertThat(page.text("document.querySelector('" + BANNER + "').innerText"))
                .doesNotContain("has changed");
    }

    /** With a revision that the site itself keeps, the name stays: the answers stand, and the new service is asked for. */
    @Test
    void aServiceThatIsAddedIsAskedFor() {
        String kept = CHARTER.replace("lifetime: 6 months", "lifetime: 6 months\n  revision: 7");
        shop.generate(kept);
        decide("/en.html", ACCEPT);
        String more = kept.replace(
                "\nbanner:",
                "\n  later:\n    category: statistics\n    purpose: Count later\n    cookies: { late: { lifetime: 1 day } }"
                        + "\nbanner:");
        shop.generate(more);
        BrowserPage page = open("/en.html");
        page.waitForVisible(BANNER);
        assertThat(stateOf(page, "stats")).isEqualTo("true");
        assertThat(stateOf(page, "later")).isEqualTo("undefined");
        page.click(REFUSE);
        page.waitForHidden(BANNER);
        assertThat(visitor.cookies())
                .filteredOn(cookie -> cookie.name().equals("choice-r7"))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie.value()).contains("!_later_=false", "!_stats_=false"));
    }

    @Test
    void theBrowsersSignalIsARefusalUntilTheVisitorDecides() {
        plant("hits", "1");
        BrowserPage page = visitor.newPage();
        page.globalPrivacyControl();
        page.goTo(shop.url("/en.html"));
        page.waitUntilIdle();
        assertThat(page.isVisible(BANNER)).isFalse();
        assertThat(visitor.cookies()).isEmpty();
        assertThat(page.isVisible("main p[data-cookie-charter=gpc]")).isTrue();
        page.click("#reopen");
        page.waitForVisible(PANEL);
        assertThat(page.isVisible(PANEL + " [data-cookie-charter=gpc]")).isTrue();
        page.click("#_shop-stats_Allowed");
        page.click(SAVE);
        page.waitForHidden(PANEL);
        assertThat(record().value()).isEqualTo("!_audience_=false!_stats_=false!_shop-stats_=true!_stats-2_=false");
        assertThat(page.isVisible("main p[data-cookie-charter=gpc]")).isFalse();
    }

    /** It replaces the page's {@code XMLHttpRequest.open} by one that swallows errors. */
    @Test
    void thePagesOwnRequestsAreLeftAlone() {
        BrowserPage page = open("/en.html");
        page.waitForVisible(BANNER);
        page.waitUntilIdle();
        assertThat(page.text("XMLHttpRequest.prototype.open.toString()")).contains("[native code]");
        assertThat(
                        page.text(
                                "(() => { try { new XMLHttpRequest().open('GET', 'http://:') } catch (e) { return e.name } })()"))
                .isEqualTo("SyntaxError");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default-src 'self'",
                "default-src 'none'; script-src 'self'; style-src 'self'",
                "default-src 'none'; script-src 'nonce-abc'; style-src 'nonce-abc'"
            })
    void aStrictPolicyIsKept(String policy) {
        String nonce = policy.contains("nonce") ? " nonce=\"abc\"" : "";
        String head = Shop.banner(CHARTER).artefacts().stream()
                .filter(artefact -> artefact.path().equals("head.html"))
                .map(artefact -> new String(artefact.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
        String tags = head.replace("<script ", "<script" + nonce + " ").replace("<link ", "<link" + nonce + " ");
        shop.site.put("/strict.html", Shop.page("en", tags));
        shop.site.header("/strict.html", "Content-Security-Policy", policy);
        BrowserPage page = open("/strict.html");
        page.waitForVisible(BANNER);
        page.click("#tarteaucitronCloseAlert");
        page.waitForVisible(PANEL);
        page.click("#_stats_Allowed");
        page.click(SAVE);
        page.waitForHidden(PANEL);
        page.click("#reopen");
        page.waitForVisible(PANEL);
        page.click("#_stats_Denied");
        page.awaitLoad(() -> page.click(SAVE));
        page.waitUntilIdle();
        assertThat(record().value()).isEqualTo(REFUSED);
        assertThat(page.consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fr, Tout refuser, Cookies nécessaires", "en, Reject all, Necessary cookies"})
    void everyWordIsOursInThePagesLanguage(String language, String refuse, String necessary) {
        BrowserPage page = decide("/" + language + ".html", REFUSE);
        page.click("#reopen");
        page.waitForVisible(PANEL);
        assertThat(page.text("document.querySelector('#tarteaucitronRoot').lang"))
                .isEqualTo(language);
        assertThat(page.text("document.querySelector('#tarteaucitronRoot').textContent"))
                .contains(refuse, necessary)
                .doesNotContain("undefined", "null", "OK, ", "tarteaucitron", "🍪");
        assertThat(page.evaluate("[...document.querySelectorAll('#tarteaucitronRoot [aria-label],"
                                + " #tarteaucitronRoot [title]')].map(e => (e.ariaLabel || '') + (e.title || ''))")
                        .toString())
                .doesNotContain("undefined", " : ", "(");
        assertThat(page.evaluate("[...document.querySelectorAll('#tarteaucitron .tarteaucitronTitle')]"
                                + ".map(e => e.textContent)")
                        .toString())
                .startsWith("[\"" + necessary + "\",\"Stati");
    }

    @Test
    void thePanelShowsTheTableOfThePageAndWhatIsExempt() {
        BrowserPage page = decide("/fr.html", REFUSE);
        page.click("#reopen");
        page.waitForVisible(PANEL);
        String rows = page.text("[...document.querySelectorAll('" + PANEL + " tbody tr')].map(row =>"
                + " [...row.cells].map(cell => cell.textContent).join('|')).join('\\n')");
        assertThat(rows)
                .contains("SESSION|Session|Garder la session ouverte sur le site|jusqu’à la fermeture du navigateur")
                .contains("_pk_*|Statistics|Compter les visites du site|13\u00a0mois")
                .contains("long|Long (boutique)|Compter en détail|1\u00a0jour")
                .contains(recordName(CHARTER) + "|");
        assertThat(page.text("document.querySelector('[data-category=statistics]').textContent"))
                .contains("Consentement non nécessaire")
                .contains("Mesure anonyme de la charge");
        assertThat(page.is("document.querySelector('#_exempt_Allowed')")).isFalse();
    }

    @Test
    void hostileTextIsShownAsText() {
        String attack = "<img src=x onerror=alert(1)>'\\\"</script><script>alert(2)</script>{{x}}$&&amp;";
        String hostile = CHARTER;
        for (String field : List.of("The Shop", "Session", "Statistics", "Short", "Count in short", "shop front")) {
            String quoted = "\"" + attack + field + "\"";
            hostile = hostile.replace("name: " + field + "\n", "name: " + quoted + "\n")
                    .replace("en: " + field + " }", "en: " + quoted + " }");
        }
        shop.generate(hostile);
        BrowserPage page = open("/en.html");
        page.waitForVisible(BANNER);
        page.click("#tarteaucitronCloseAlert");
        page.waitForVisible(PANEL);
        page.click("#tarteaucitronAllDenied");
        page.waitForHidden(PANEL);
        page.waitUntilIdle();
        assertThat(page.dialogs()).isEmpty();
        assertThat(page.is("document.querySelector('#tarteaucitronRoot img, #tarteaucitronRoot script')"))
                .isFalse();
        String shown = attack.replace("\\", "");
        assertThat(page.text("document.querySelector('#tarteaucitronRoot').textContent"))
                .contains(shown + "The Shop", shown + "Short", shown + "Count in short", shown + "shop front");
        assertThat(page.text("document.querySelector('#_stats_Allowed').ariaLabel"))
                .isEqualTo("Accept " + shown + "Short");
    }

    @ParameterizedTest
    @CsvSource({
        "box, bottom, right, bottom",
        "box, top, right, top",
        "box, center, middle, middle",
        "bar, bottom, whole, bottom",
        "bar, top, whole, top"
    })
    void layoutAndPositionAreThoseDeclared(String layout, String position, String across, String along) {
        shop.generate(CHARTER + "  layout: " + layout + "\n  position: " + position + "\n");
        BrowserPage page = visitor.newPage();
        page.setViewport(1280, 800, false);
        page.goTo(shop.url("/en.html"));
        page.waitForVisible(BANNER);
        assertThat(page.text("(() => { const r = document.querySelector('" + BANNER + "').getBoundingClientRect();"
                        + " const at = (start, end, size) => Math.abs(start - size + end) < 2 ? 'middle' : start < 20 ?"
                        + " 'start' : 'end';"
                        + " return (r.width > 1279 ? 'whole' : { middle: 'middle', start: 'left', end: 'right' }[at(r.left,"
                        + " r.right, 1280)]) + ' ' + { middle: 'middle', start: 'top', end: 'bottom' }[at(r.top, r.bottom,"
                        + " 800)] })()"))
                .isEqualTo(across + " " + along);
        boolean inTheWay = position.equals("center");
        assertThat(page.is("document.querySelector('" + BANNER + "').ariaModal === 'true'"))
                .isEqualTo(inTheWay);
        assertThat(page.isVisible("#reopen")).isTrue();
        page.click(REFUSE);
        page.waitForHidden(BANNER);
    }

    /** A banner in the middle has to be answered first: on the policy itself it would hide what there is to read. */
    @Test
    void theBannerNeverHidesThePolicy() {
        shop.generate(CHARTER + "  position: center\n");
        BrowserPage page = open("/cookie-charter/policy.en.html");
        page.waitForVisible(BANNER);
        assertThat(page.text("document.querySelector('#tarteaucitronRoot').dataset.position"))
                .isEqualTo("bottom");
        page.click("#reopen");
        page.waitForVisible(PANEL);
    }

    @Test
    void refusalIsAsEasyAndAsProminentAsAcceptance() {
        BrowserPage page = open("/en.html");
        page.waitForVisible(BANNER);
        String style = "(e => { const s = getComputedStyle(e), r = e.getBoundingClientRect();"
                + " return [s.backgroundColor, s.color, s.fontSize, s.fontWeight, Math.round(r.width), Math.round(r.height)]"
                + ".join() })(document.querySelector('%s'))";
        assertThat(page.text(style.formatted(REFUSE))).isEqualTo(page.text(style.formatted(ACCEPT)));
        page.click("#tarteaucitronCloseAlert");
        page.waitForVisible(PANEL);
        assertThat(page.text(style.formatted("#tarteaucitronAllDenied")))
                .isEqualTo(page.text(style.formatted("#tarteaucitronAllAllowed")));
        assertThat(page.text(style.formatted("#_stats_Denied")))
                .isEqualTo(page.text(style.formatted("#_stats_Allowed")));
        assertThat(page.evaluate("document.querySelectorAll('" + PANEL + " [aria-pressed=true]').length")
                        .asInt())
                .isZero();
    }

    @Test
    void aThemeIsDeclaredOrTheVisitorsOwn() {
        String colour = "getComputedStyle(document.querySelector('" + BANNER + "')).backgroundColor";
        BrowserPage page = visitor.newPage();
        page.setMediaFeature("prefers-color-scheme", "dark");
        page.goTo(shop.url("/en.html"));
        page.waitForVisible(BANNER);
        String dark = page.text(colour);
        page.setMediaFeature("prefers-color-scheme", "light");
        assertThat(page.text(colour)).isNotEqualTo(dark).isEqualTo("rgb(255, 255, 255)");
        shop.generate(CHARTER + "  theme: dark\n");
        page.reload();
        page.waitForVisible(BANNER);
        assertThat(page.text(colour)).isEqualTo(dark);
    }

    @ParameterizedTest
    @CsvSource({"fr, 320, light", "fr, 1280, dark", "en, 320, dark", "en, 1280, light"})
    void bannerAndPreferencesAreAccessible(String language, int width, String scheme) {
        BrowserPage page = visitor.newPage();
        page.setViewport(width, 720, width < 600);
        page.setMediaFeature("prefers-color-scheme", scheme);
        page.goTo(shop.url("/" + language + ".html"));
        page.waitForVisible(BANNER);
        assertThat(page.evaluate("document.documentElement.scrollWidth").asInt())
                .isEqualTo(width);
        page.keyboard("Tab");
        assertThat(page.is("document.querySelector('" + BANNER + "').contains(document.activeElement)"))
                .isTrue();
        assertThat(Axe.violations(page, "#tarteaucitronRoot")).isEmpty();
        page.click("#tarteaucitronCloseAlert");
        page.waitForVisible(PANEL);
        page.click("#_stats_Allowed");
        page.evaluate("document.querySelectorAll('details').forEach(e => e.open = true)");
        assertThat(Axe.violations(page, "#tarteaucitronRoot")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"568, 320, bottom", "320, 256, top", "320, 180, center"})
    void inASmallWindowEveryPartCanBeReached(int width, int height, String position) {
        shop.generate(CHARTER + "  position: " + position + "\n");
        BrowserPage page = visitor.newPage();
        page.setViewport(width, height, true);
        page.goTo(shop.url("/fr.html"));
        page.waitForVisible(BANNER);
        assertThat(page.evaluate("document.querySelector('" + BANNER + "').getBoundingClientRect().top")
                        .asDouble())
                .isNotNegative();
        page.click("#tarteaucitronCloseAlert");
        page.waitForVisible(PANEL);
        page.click("#_stats-2_Denied");
        page.click(SAVE);
        page.waitForHidden(PANEL);
        assertThat(record().value()).isEqualTo(REFUSED);
    }

    @Test
    void oneChoiceCountsOnAllHostsThatShareIt() {
        shop.generate(CHARTER.replace("consent:\n  cookie", "consent:\n  domain: shop.test\n  cookie"));
        plant(recordName(CHARTER), REFUSED);
        plant(recordName(CHARTER), "left-from-before");
        decide("/en.html", ACCEPT);
        assertThat(record().domain()).isEqualTo(".shop.test");
        BrowserPage other = visitor.open(shop.site.url("app.shop.test", "/en.html"));
        other.waitUntilIdle();
        assertThat(other.isVisible(BANNER)).isFalse();
        assertThat(stateOf(other, "stats-2")).isEqualTo("true");
    }
}
