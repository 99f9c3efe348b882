package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.judge.BrowserPage;
import io.github.cookiecharter.model.BannerRuntime;
import java.util.Set;

/** How a visitor uses one runtime's banner: the selectors of its parts, and how a choice in detail is made. */
interface BannerDriver {

    BannerRuntime runtime();

    /** The selector of an element that is visible while the banner is open. */
    String banner();

    /** The banner's button that allows everything. */
    String accept();

    /** The banner's button that refuses everything. */
    String refuse();

    /** The selector of an element that is visible while the preferences are open. */
    String preferences();

    /** With open preferences: allows these services alone, as far as the runtime can tell them apart, and saves. */
    void choose(BrowserPage page, Charter charter, Set<String> services);

    /** With open preferences: switches a service on or off that needs no consent, and saves. */
    void setObjectable(BrowserPage page, String service, boolean on);

    /** The preferences' buttons that refuse and that allow everything. */
    String refuseInPreferences();

    String acceptInPreferences();

    /** The selector of the element that is a service's switch, if it needs no consent. */
    String switchOf(String service);

    /** The selector of the element that contains everything that the runtime shows. */
    String everything();

    @Override
    String toString();
}
