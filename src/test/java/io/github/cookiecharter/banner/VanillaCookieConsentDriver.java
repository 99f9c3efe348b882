package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.model.BannerRuntime;
import java.util.Set;

/** The banner of vanilla-cookieconsent in a visitor's hands. */
final class VanillaCookieConsentDriver implements BannerDriver {

    @Override
    public BannerRuntime runtime() {
        return BannerRuntime.VANILLA_COOKIECONSENT;
    }

    @Override
    public String banner() {
        return ".cm";
    }

    @Override
    public String accept() {
        return ".cm [data-role=all]";
    }

    @Override
    public String refuse() {
        return ".cm [data-role=necessary]";
    }

    @Override
    public String preferences() {
        return ".pm";
    }

    @Override
    public String everything() {
        return "#cc-main";
    }

    @Override
    public void choose(BrowserPage page, Charter charter, Set<String> services) {
        for (Category category : charter.categories()) {
            if (category.asksForConsent()) {
                boolean on = category.services().stream().map(Service::id).anyMatch(services::contains);
                page.evaluate("(input => { if (input.checked !== " + on + ") input.click() })(document.querySelector('"
                        + ".pm input[value=" + category.id() + "]'))");
            }
        }
        page.click(".pm [data-role=save]");
    }

    @Override
    public void setObjectable(BrowserPage page, String service, boolean on) {
        page.evaluate("(input => { if (input.checked !== " + on + ") input.click() })(document.querySelector('"
                + switchOf(service) + "'))");
        page.click(".pm [data-role=save]");
        page.waitForHidden(".pm");
    }

    @Override
    public String refuseInPreferences() {
        return ".pm [data-role=necessary]";
    }

    @Override
    public String acceptInPreferences() {
        return ".pm [data-role=all]";
    }

    @Override
    public String switchOf(String service) {
        return ".pm input[value=service_" + service + "]";
    }

    @Override
    public String toString() {
        return runtime().word();
    }
}
