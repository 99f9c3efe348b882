package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Lifetime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Queries on the charter that several rules need. */
public final class CharterQueries {

    // Six months have 181 to 184 days, depending on when they begin, and 13 months 394 to 397.
    private static final double MONTHS_TOLERANCE_SECONDS = 2 * 24 * 60 * 60;

    private CharterQueries() {}

    /** Returns the services of each declared provider, by the provider's id. */
    public static Map<String, List<Service>> servicesByProvider(Charter charter) {
        Map<String, List<Service>> byProvider = new HashMap<>();
        for (Service service : charter.services()) {
            if (service.provider().id().isPresent()) {
                String id = service.provider().id().get();
                byProvider.computeIfAbsent(id, key -> new ArrayList<>()).add(service);
            }
        }
        return byProvider;
    }

    /** Returns whether the visitor can switch off this service, which needs no consent. */
    public static boolean canObject(Charter charter, Service service) {
        return service.objection() && charter.hasBanner();
    }

    /** Returns whether the visitor can switch off every service of a category, none of which needs consent. */
    public static boolean canObject(Charter charter, Category category) {
        return category.services().stream().allMatch(service -> canObject(charter, service));
    }

    /** Returns whether the visitor can switch off a service that needs no consent. */
    public static boolean allowsObjection(Charter charter) {
        return charter.allowsObjection() && charter.hasBanner();
    }

    /**
     * Returns whether a provider is another one than the site: only then does it receive data from it. A site may declare
     * itself, by its own name or address.
     */
    public static boolean isOther(Charter charter, Charter.Provider provider) {
        Charter.Site site = charter.site();
        String name = provider.name().textIn(site.defaultLanguage());
        boolean hasOwnName = name.equals(site.name().textIn(site.defaultLanguage()))
                || site.controller()
                        .map(controller -> controller.textIn(site.defaultLanguage()))
                        .filter(controller -> isNameOf(name, controller))
                        .isPresent();
        boolean hasOwnAddress = provider.url()
                .map(url -> withoutWww(HostNames.host(url.toString())))
                .filter(host ->
                        HostNames.isInDomain(site.host(), host) || HostNames.isInDomain(host, withoutWww(site.host())))
                .isPresent();
        return provider.id().isPresent() && !hasOwnName && !hasOwnAddress;
    }

    // A controller is often declared with its address: Acme Ltd, 1 High Street.
    private static boolean isNameOf(String name, String controller) {
        return controller.equals(name) || controller.startsWith(name + ",") || controller.startsWith(name + " (");
    }

    private static String withoutWww(String host) {
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    /** Returns the providers of services, without the site itself. */
    public static List<Charter.Provider> otherProviders(Charter charter) {
        Map<String, Charter.Provider> others = new LinkedHashMap<>();
        for (Service service : charter.services()) {
            if (isOther(charter, service.provider())) {
                others.put(service.provider().id().orElse(""), service.provider());
            }
        }
        return List.copyOf(others.values());
    }

    /** Returns whether a service measures the audience without consent. */
    public static boolean isExemptAudience(Service service) {
        return service.category().equals("statistics") && !service.needsConsent();
    }

    /** Returns whether a lifetime is longer than a limit; a persistent one is longer than any. */
    public static boolean exceeds(Lifetime lifetime, Lifetime.Lasting limit) {
        if (lifetime instanceof Lifetime.Lasting lasting) {
            return lasting.seconds() > limit.seconds();
        }
        return lifetime instanceof Lifetime.Persistent;
    }

    /** Returns whether a lifetime is at least as long as a limit. */
    public static boolean reaches(Lifetime lifetime, Lifetime.Lasting limit) {
        if (lifetime instanceof Lifetime.Lasting lasting) {
            return lasting.seconds() >= limit.seconds();
        }
        return lifetime instanceof Lifetime.Persistent;
    }

    /** Returns whether a lifetime is longer than a limit of months, however long these months are: by two days or more. */
    public static boolean clearlyExceeds(Lifetime lifetime, Lifetime.Lasting limit) {
        return exceeds(lifetime, limit)
                && !(lifetime instanceof Lifetime.Lasting lasting
                        && lasting.seconds() - limit.seconds() <= MONTHS_TOLERANCE_SECONDS);
    }

    /** Returns whether a lifetime is shorter than a limit of months, however long these months are: by two days or more. */
    public static boolean clearlyMisses(Lifetime lifetime, Lifetime.Lasting limit) {
        return !reaches(lifetime, limit)
                && !(lifetime instanceof Lifetime.Lasting lasting
                        && limit.seconds() - lasting.seconds() <= MONTHS_TOLERANCE_SECONDS);
    }
}
