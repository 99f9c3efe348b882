package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import java.util.Optional;

/**
 * Finds out whether a site sells or shares data for advertising, as Californian law calls it: by the signals of its
 * categories, by well-known marketing services, and by third parties in the category {@code marketing}.
 */
public final class DataSharing {

    private DataSharing() {}

    /** Returns in a few words what shows that the site does; empty if nothing shows it. */
    public static Optional<String> find(Charter charter) {
        for (Category category : charter.categories()) {
            for (String signal : category.signals()) {
                if (signal.startsWith("ad_")) {
                    return Optional.of("the category '" + category.id() + "' passes on the signal '" + signal + "'");
                }
            }
            for (Service service : category.services()) {
                Optional<String> product = marketingProduct(service);
                if (product.isPresent()) {
                    return Optional.of("the service '" + service.id() + "' is " + product.get());
                }
                if (category.id().equals("marketing")
                        && (service.provider().id().isPresent()
                                || !KnownAddresses.of(service).isEmpty())) {
                    return Optional.of("the service '" + service.id() + "' passes data to a third party for marketing");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> marketingProduct(Service service) {
        for (KnownAddresses.Entry entry : KnownAddresses.findAll(service)) {
            if (entry.isMarketing() && !entry.isUnsure()) {
                return Optional.of(entry.product());
            }
        }
        for (Cookie cookie : service.cookies()) {
            for (CookieCatalogue.Entry entry :
                    CookieCatalogue.findByName(cookie.name().text())) {
                if (entry.category().equals("marketing") && entry.isConfirmedBy(service, cookie)) {
                    return Optional.of(entry.product());
                }
            }
        }
        return Optional.empty();
    }
}
