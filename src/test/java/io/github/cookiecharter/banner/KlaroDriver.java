package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.model.BannerRuntime;
import java.util.Set;

/** The banner of klaro in a visitor's hands. */
final class KlaroDriver implements BannerDriver {

    @Override
    public BannerRuntime runtime() {
        return BannerRuntime.KLARO;
    }

    @Override
    public String banner() {
        return ".klaro .cookie-notice";
    }

    @Override
    public String accept() {
        return ".klaro .cookie-notice .cm-btn-success";
    }

    @Override
    public String refuse() {
        return ".klaro .cookie-notice .cn-decline";
    }

    @Override
    public String preferences() {
        return ".klaro .cm-modal";
    }

    @Override
    public String everything() {
        return "#cookie-charter-klaro";
    }

    @Override
    public void choose(BrowserPage page, Charter charter, Set<String> services) {
        charter.services().forEach(service -> {
            if (service.needsConsent()) {
                page.evaluate("(input => { if (input.checked !== " + services.contains(service.id())
                        + ") input.click() })(document.querySelector('#service-item-" + service.id() + "'))");
            }
        });
        page.click(".klaro .cm-modal .cm-btn-info");
        page.waitForHidden(".klaro .cm-modal");
    }

    @Override
    public void setObjectable(BrowserPage page, String service, boolean on) {
        page.evaluate("(input => { if (input.checked !== " + on + ") input.click() })(document.querySelector('"
                + switchOf(service) + "'))");
        page.click(".klaro .cm-modal .cm-btn-info");
        page.waitForHidden(".klaro .cm-modal");
    }

    @Override
    public String refuseInPreferences() {
        return ".klaro .cm-modal .cm-btn-decline-all";
    }

    @Override
    public String acceptInPreferences() {
        return ".klaro .cm-modal .cm-btn-accept-all";
    }

    @Override
    public String switchOf(String service) {
        return "#service-item-" + service;
    }

    @Override
    public String toString() {
        return runtime().word();
    }
}
