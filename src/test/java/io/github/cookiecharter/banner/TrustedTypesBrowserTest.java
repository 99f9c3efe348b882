package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserExtension;
import io.github.cookiecharter.judge.BrowserPage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that require Trusted Types: the banner's policy serves the banner, and nothing else of the page. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class TrustedTypesBrowserTest {

    private static final String NONCE = "J8uV0bPm4c2e";
    private static final String WITH_NONCE = " nonce=\"" + NONCE + "\" ";
    private static final String REQUIRED = "require-trusted-types-for 'script'; trusted-types cookie-charter";
    private static final String STRICT = "script-src 'nonce-" + NONCE + "' 'strict-dynamic'; object-src *; " + REQUIRED;
    /** Kept in the window's name, since a withdrawal loads the page anew. */
    private static final String COLLECT = "if (top === self) document.addEventListener('securitypolicyviolation',"
            + " e => { window.name += e.effectiveDirective + ' ' + e.sample + '\\n' })";

    private static final String HELD = "<script type=\"text/plain\"" + WITH_NONCE
            + "data-cookie-charter-services=\"audience\" data-src=\"/held.js\" onload=\"order.push('onload')\"></script>"
            + "<script type=\"text/plain\"" + WITH_NONCE
            + "data-cookie-charter-services=\"audience\">order.push('inline')</script>"
            + "<object" + WITH_NONCE + "id=\"object\" data-cookie-charter-src=\"http://tube.test:PORT/embed/help\">"
            + "</object><iframe" + WITH_NONCE
            + "id=\"film\" data-cookie-charter-src=\"http://tube.test:PORT/embed/one\" title=\"a\"></iframe>";

    /** Code of the page that tries, whenever the banner does something, to write HTML without a policy of its own. */
    private static final String DOORS = """
            window.doors = [];
            const attempt = when => {
              [
                () => { document.createElement('p').innerHTML = '<b>a</b>'; },
                () => document.createElement('p').insertAdjacentHTML('beforeend', '<b>a</b>'),
                () => { document.querySelector('main').innerHTML = '<b>a</b>'; },
                () => { document.createElement('script').src = '/evil.js'; },
                () => { document.createElement('script').text = 'evil'; },
                () => trustedTypes.createPolicy('cookie-charter', { createHTML: text => text }),
                () => {
                  const wish = new CustomEvent('cookie-charter', { detail: {} });
                  document.querySelectorAll('script').forEach(each => each.dispatchEvent(wish));
                  if (!wish.detail.policy) {
                    throw new Error();
                  }
                },
              ].forEach((action, i) => {
                try {
                  action();
                  doors.push(when + ' ' + i);
                } catch (refused) {
                  window.refused = (window.refused || 0) + 1;
                }
              });
            };
            ['cc:onModalReady', 'cc:onModalShow', 'cc:onFirstConsent', 'cc:onConsent', 'tac.root_available',
              'tac.open_alert', 'tac.close_alert', 'tac.open_panel', 'tac.close_panel', 'tac.consent_updated',
              '_audience_allowed', '_audience_added', '_audience_loaded', 'click'].forEach(type => {
              addEventListener(type, () => attempt(type));
              document.addEventListener(type, () => attempt(type));
            });
            document.addEventListener('DOMContentLoaded', () => attempt('parsed'));
            addEventListener('load', () => {
              attempt('loaded');
              cookieCharter.on('change', () => attempt('change'));
              new MutationObserver(() => attempt('changed')).observe(document.body, { childList: true });
            });
            """;

    private static final String[] ALL = {"session", "player", "both", "stats", "held", "inline"};

    private final Browser browser;

    TrustedTypesBrowserTest(Browser browser) {
        this.browser = browser;
    }

    static Stream<BannerDriver> runtimes() {
        return RuntimeMatrixTest.runtimes();
    }

    private MarketVisit visit(BannerDriver driver) {
        return new MarketVisit(browser, driver, Market.CHARTER);
    }

    private static BrowserPage open(MarketVisit visit, String tags, String policy, String moreHead, String body) {
        Market market = visit.market;
        market.site.put("/held.js", "order.push('held')");
        market.page("/trusted.html", "en", tags, moreHead, body);
        market.site.header("/trusted.html", "Content-Security-Policy", policy);
        BrowserPage page = visit.visitor.newPage();
        page.scriptBeforeLoad(COLLECT);
        page.goTo(market.url("/trusted.html"));
        return page;
    }

    private static String withNonce(String tags) {
        return tags.replace("<script ", "<script" + WITH_NONCE);
    }

    private void wholeVisit(BannerDriver driver, String tags, String... order) {
        try (MarketVisit visit = visit(driver)) {
            String head = tags.isEmpty() ? withNonce(visit.market.head()) : tags;
            BrowserPage page = open(visit, head, STRICT, "<script" + WITH_NONCE + ">window.order = []</script>", HELD);
            page.waitForVisible(driver.banner());
            page.waitFor("document.querySelector('#object').data.endsWith('/embed/help')");
            visit.accept(page);
            page.waitFor("order.includes('inline')");
            page.waitFor("document.querySelector('#film').src.endsWith('/embed/one')");
            page.waitUntilIdle();
            assertThat(MarketVisit.order(page).split(",")).contains(order);
            page.awaitLoad(() -> visit.choose(page));
            page.waitUntilIdle();
            assertThat(page.isVisible(driver.banner())).isFalse();
            // A handler in an attribute has no nonce: only the policy for scripts refuses it.
            assertThat(page.text("window.name").lines()).allMatch(violation -> violation.startsWith("script-src-attr"));
        }
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void theTagsOfHeadHtmlWork(BannerDriver driver) {
        wholeVisit(driver, "", ALL);
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void headScriptPassesThePolicyToTheBanner(BannerDriver driver) {
        wholeVisit(driver, "<script" + WITH_NONCE + "src=\"/cookie-charter/head.js\"></script>", ALL);
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void theBannerAloneLoadsItsLibrary(BannerDriver driver) {
        wholeVisit(driver, "<script" + WITH_NONCE + "src=\"/cookie-charter/banner.js\"></script>", "held", "inline");
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void thePolicyServesNoOtherCodeOfThePage(BannerDriver driver) {
        try (MarketVisit visit = visit(driver)) {
            String door = "<script>" + DOORS + "</script>";
            BrowserPage page =
                    open(visit, "<script src=\"/cookie-charter/head.js\"></script>", REQUIRED, door, Market.FRAMES);
            page.waitForVisible(driver.banner());
            visit.accept(page);
            page.waitFor("(window.order || []).length === 4");
            page.click("#reopen");
            page.waitForVisible(driver.preferences());
            page.waitUntilIdle();
            assertThat(page.text("doors.join()")).isEmpty();
            assertThat(page.evaluate("window.refused").asInt()).isGreaterThan(20);
        }
    }

    @ParameterizedTest
    @MethodSource("runtimes")
    void markupOfOthersStaysBlocked(BannerDriver driver) {
        try (MarketVisit visit = visit(driver)) {
            visit.market.site.put("/evil.js", "window.evil = 4").put("/evil.css", "");
            BrowserPage page = open(
                    visit,
                    withNonce(visit.market.head()),
                    STRICT,
                    "",
                    HostileMarkupBrowserTest.SMUGGLED
                            + "<object data-cookie-charter-src=\"http://tube.test:PORT/embed/two\"></object>");
            page.waitForVisible(driver.banner());
            visit.accept(page);
            page.waitFor("(window.order || []).length === 4");
            page.waitUntilIdle();
            page.reload();
            page.waitFor("(window.order || []).length === 4");
            page.waitUntilIdle();
            assertThat(page.is("window.evil === undefined")).isTrue();
            assertThat(visit.market.site.paths()).doesNotContain("/evil.js", "/evil.css", "/embed/one", "/embed/two");
        }
    }
}
