package io.github.cookiecharter.banner;

import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.judge.StoredCookie;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** A shop with klaro, a visitor who has not been there before, and what the tests of klaro do again and again. */
@Tag("browser")
abstract class KlaroVisit {

    /** Two services in one category, the id of one beginning and ending that of others. */
    static final String CHARTER = Shop.CHARTER.replace("services:\n", """
            banner: { runtime: klaro }
            services:
              maps:
                category: marketing
                name: Maps
                purpose: { fr: Montrer une carte, en: Show a map }
                cookies:
                  map: { lifetime: 1 day }
              audience-maps:
                category: marketing
                name: Audience of the maps
                purpose: { fr: Compter les cartes, en: Count the maps }
                scripts: [ /maps.js ]
                cookies:
                  maps: { lifetime: 1 day }
            """);

    static final String NOTICE = ".klaro .cookie-notice";
    static final String ACCEPT = NOTICE + " .cm-btn-success";
    static final String REFUSE = NOTICE + " .cn-decline";
    static final String DETAILS = NOTICE + " .cn-learn-more";
    static final String PREFERENCES = ".klaro .cm-modal";
    static final String SAVE = PREFERENCES + " .cm-btn-info";
    static final String CLOSE = PREFERENCES + " .hide";

    private final Browser browser;
    BrowserContext visitor;
    Shop shop;

    KlaroVisit(Browser browser) {
        this.browser = browser;
    }

    @BeforeEach
    void arrive() {
        visitor = browser.newContext();
        shop = Shop.open(CHARTER);
        shop.site.put("/maps.js", "window.maps = 1; document.cookie = 'maps=1; path=/'");
    }

    @AfterEach
    void leave() {
        visitor.close();
        shop.close();
    }

    BrowserPage open(String path) {
        return visitor.open(shop.url(path));
    }

    BrowserPage decide(String path, String button) {
        BrowserPage page = open(path);
        page.waitForVisible(NOTICE);
        page.click(button);
        page.waitForHidden(NOTICE);
        return page;
    }

    BrowserPage preferences(BrowserPage page) {
        page.click("#reopen");
        page.waitForVisible(PREFERENCES);
        page.evaluate("document.querySelectorAll('.cm-caret a').forEach(each => each.click())");
        page.waitForVisible("#service-item-audience + label");
        return page;
    }

    static void toggle(BrowserPage page, String service) {
        page.evaluate("document.querySelector('#service-item-" + service + "').click()");
    }

    static String recordName(String yaml) {
        return TestCharter.of(yaml).consent().cookie();
    }

    StoredCookie record() {
        return visitor.cookies().stream()
                .filter(cookie -> cookie.name().equals(recordName(CHARTER)))
                .findFirst()
                .orElseThrow();
    }

    String decoded() {
        return URLDecoder.decode(record().value(), StandardCharsets.UTF_8);
    }

    Set<String> cookieNames() {
        Set<String> names = new TreeSet<>();
        visitor.cookies().forEach(cookie -> names.add(cookie.name()));
        return names;
    }

    void plant(String name, String value) {
        visitor.setCookie(StoredCookie.of(name, value, "www.shop.test"));
    }

    void plantRecord(String json) {
        plant(
                recordName(CHARTER),
                URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    static String file(String yaml, String name) {
        return Shop.banner(yaml).artefacts().stream()
                .filter(artefact -> artefact.path().equals(name))
                .map(artefact -> new String(artefact.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    static String head() {
        return file(CHARTER, "head.html");
    }
}
