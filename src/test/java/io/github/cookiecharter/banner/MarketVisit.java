package io.github.cookiecharter.banner;

import io.github.cookiecharter.judge.Browser;
import io.github.cookiecharter.judge.BrowserContext;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.model.BannerRuntime;
import java.util.Set;

/** A new visitor on a market site of their own, with one of the runtimes. */
final class MarketVisit implements AutoCloseable {

    static final String PLACEHOLDER = ".cookie-charter-frame";

    final Market market;
    final BrowserContext visitor;
    private final BannerDriver driver;
    private final String yaml;

    MarketVisit(Browser browser, BannerDriver driver, String yaml) {
        this.driver = driver;
        this.yaml = yaml;
        this.market = Market.open(driver.runtime()).generate(yaml);
        this.visitor = browser.newContext();
    }

    BrowserPage open(String path) {
        BrowserPage page = visitor.open(market.url(path));
        page.waitForVisible(driver.banner());
        return page;
    }

    void accept(BrowserPage page) {
        page.click(driver.accept());
        page.waitForHidden(driver.banner());
    }

    /** Opens the preferences and allows these services alone. */
    void choose(BrowserPage page, String... services) {
        page.click("#reopen");
        page.waitForVisible(driver.preferences());
        driver.choose(page, market.charter(yaml), Set.of(services));
    }

    static String order(BrowserPage page) {
        return page.text("(window.order || []).join()");
    }

    static void waitForPlaceholders(BrowserPage page, int number) {
        page.waitFor("document.querySelectorAll('" + PLACEHOLDER + "').length === " + number);
    }

    @Override
    public void close() {
        visitor.close();
        market.close();
    }

    BannerRuntime runtime() {
        return driver.runtime();
    }
}
