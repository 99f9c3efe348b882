package io.github.cookiecharter.charter;

import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Lifetime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parts of a charter that several rules look for, in plain loops: they run in every build. */
public final class CharterQueries {

    private CharterQueries() {}

    /** All services, by category. */
    public static List<Service> services(Charter charter) {
        List<Service> services = new ArrayList<>();
        for (Category category : charter.categories()) {
            services.addAll(category.services());
        }
        return services;
    }

    /** The services behind each declared provider, by its id. */
    public static Map<String, List<Service>> servicesByProvider(Charter charter) {
        Map<String, List<Service>> byProvider = new HashMap<>();
        for (Service service : services(charter)) {
            if (service.provider().id().isPresent()) {
                String id = service.provider().id().get();
                List<Service> services = byProvider.getOrDefault(id, new ArrayList<>());
                services.add(service);
                byProvider.put(id, services);
            }
        }
        return byProvider;
    }

    /** The host of an address in lower case, or nothing where it is a path. */
    public static String host(String url) {
        int start = url.indexOf("//");
        if (start < 0) {
            return "";
        }
        int end = start + 2;
        while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(start + 2, end).toLowerCase(Locale.ROOT);
    }

    /** Whether a host is a domain, or below it. */
    public static boolean isInDomain(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    /** Whether a service measures the audience without asking for consent. */
    public static boolean isExemptAudience(Service service) {
        return service.category().equals("statistics") && !service.needsConsent();
    }

    /** Whether something lives longer than a limit; what has no end lives longer than any. */
    public static boolean exceeds(Lifetime lifetime, Lifetime.Lasting limit) {
        if (lifetime instanceof Lifetime.Lasting lasting) {
            return lasting.seconds() > limit.seconds();
        }
        return lifetime instanceof Lifetime.Persistent;
    }

    /** Whether something lives as long as a limit, or longer. */
    public static boolean reaches(Lifetime lifetime, Lifetime.Lasting limit) {
        if (lifetime instanceof Lifetime.Lasting lasting) {
            return lasting.seconds() >= limit.seconds();
        }
        return lifetime instanceof Lifetime.Persistent;
    }

    /** The lifetime as the declaration writes it. */
    public static String words(Lifetime lifetime) {
        return lifetime.words();
    }
}
