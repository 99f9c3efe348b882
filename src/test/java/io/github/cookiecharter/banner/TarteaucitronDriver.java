package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.model.BannerRuntime;
import java.util.List;
import java.util.Set;

/** The banner of tarteaucitron in a visitor's hands. */
final class TarteaucitronDriver implements BannerDriver {

    @Override
    public BannerRuntime runtime() {
        return BannerRuntime.TARTEAUCITRON;
    }

    @Override
    public String banner() {
        return "#tarteaucitronAlertBig";
    }

    @Override
    public String accept() {
        return "#tarteaucitronPersonalize2";
    }

    @Override
    public String refuse() {
        return "#tarteaucitronAllDenied2";
    }

    @Override
    public String preferences() {
        return "#tarteaucitron";
    }

    @Override
    public String everything() {
        return "#tarteaucitronRoot";
    }

    @Override
    public void choose(BrowserPage page, Charter charter, Set<String> services) {
        List<Service> all =
                charter.services().stream().filter(Service::needsConsent).toList();
        for (Service service : all) {
            page.click("#_" + service.id() + "_" + (services.contains(service.id()) ? "Allowed" : "Denied"));
        }
        page.click("#tarteaucitronSaveButton");
    }

    @Override
    public void setObjectable(BrowserPage page, String service, boolean on) {
        page.click(on ? switchOf(service) : "#_" + service + "_Denied");
        page.click("#tarteaucitronSaveButton");
        page.waitForHidden("#tarteaucitron");
    }

    @Override
    public String refuseInPreferences() {
        return "#tarteaucitronAllDenied";
    }

    @Override
    public String acceptInPreferences() {
        return "#tarteaucitronAllAllowed";
    }

    @Override
    public String switchOf(String service) {
        return "#_" + service + "_Allowed";
    }

    @Override
    public String toString() {
        return runtime().word();
    }
}
