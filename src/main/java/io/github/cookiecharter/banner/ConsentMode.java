package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.NamePattern;
import io.github.cookiecharter.template.JsonWriter;
import io.github.cookiecharter.template.Templates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Google Consent Mode, version 2: the defaults of Google's signals before the visitor has chosen, and the signals that each
 * choice sets.
 *
 * @see <a href="https://developers.google.com/tag-platform/security/guides/consent">Set up consent mode on websites</a>
 */
final class ConsentMode {

    static final String FILE = "consent-mode.js";

    private static final List<String> TAG_HOSTS = List.of("www.googletagmanager.com", "www.google-analytics.com");

    // A signal without a default counts as granted, so the list contains every signal, used or not.
    private static final List<String> SIGNALS = List.of(
            "ad_storage",
            "ad_user_data",
            "ad_personalization",
            "analytics_storage",
            "functionality_storage",
            "personalization_storage",
            "security_storage");

    // How long a tag waits until the visitor's choice is read: banner.js runs after the page.
    private static final int WAIT_MILLIS = 500;

    private ConsentMode() {}

    /** Returns whether the charter declares a Google tag, or signals of its own. */
    static boolean isNeeded(Charter charter) {
        for (Category category : charter.categories()) {
            if (category.signalsDeclared() && !category.signals().isEmpty()) {
                return true;
            }
            for (Service service : category.services()) {
                for (NamePattern script : service.scripts()) {
                    if (isGoogleTag(script.text())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isGoogleTag(String url) {
        if (url.startsWith("/")) {
            return false;
        }
        int start = url.indexOf("//") + 2;
        int end = url.indexOf('/', start);
        String host = (end < 0 ? url.substring(start) : url.substring(start, end)).toLowerCase(Locale.ROOT);
        NamePattern pattern = new NamePattern(host);
        return TAG_HOSTS.stream().anyMatch(pattern::matches);
    }

    /** The content of {@value #FILE}, in UTF-8. */
    static byte[] script(Charter charter, Templates templates) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        for (String signal : SIGNALS) {
            defaults.put(signal, isGrantedByDefault(signal, charter) ? "granted" : "denied");
        }
        defaults.put("wait_for_update", WAIT_MILLIS);
        String literal = JsonWriter.write(defaults, "  ");
        return templates.script("banner/consent-mode", Map.of("source", charter.source(), "defaults", literal));
    }

    // A signal is granted from the start if categories name it and none of them asks for consent.
    private static boolean isGrantedByDefault(String signal, Charter charter) {
        boolean named = false;
        for (Category category : charter.categories()) {
            if (category.signals().contains(signal)) {
                if (category.asksForConsent()) {
                    return false;
                }
                named = true;
            }
        }
        return named;
    }

    /**
     * Returns, for each signal that a choice decides, its categories, each as the services that must all be allowed. Where
     * categories ask for consent, they decide; otherwise those to whose services the visitor can object.
     */
    static Map<String, Object> signals(Charter charter) {
        Map<String, Object> signals = new LinkedHashMap<>();
        for (String signal : SIGNALS) {
            List<Object> categories = categories(charter, signal, Service::needsConsent);
            if (categories.isEmpty()) {
                categories = categories(charter, signal, Service::objection);
            }
            if (!categories.isEmpty()) {
                signals.put(signal, categories);
            }
        }
        return signals;
    }

    private static List<Object> categories(Charter charter, String signal, Predicate<Service> decides) {
        List<Object> categories = new ArrayList<>();
        for (Category category : charter.categories()) {
            List<String> ids = category.services().stream()
                    .filter(decides)
                    .map(Service::id)
                    .toList();
            if (category.signals().contains(signal) && !ids.isEmpty()) {
                categories.add(ids);
            }
        }
        return categories;
    }
}
