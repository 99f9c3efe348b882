package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Domain;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Party;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lists the entries that a script on the site's pages can find in the browser, in order of precedence, each with the service
 * whose refusal erases it. Entries that no script can erase are left out: those of other sites, and {@code http-only}
 * cookies (RFC 6265bis, 5.8.3) unless they are allowed, since they protect a name from matching another entry's pattern.
 */
final class ErasureList {

    private record StoredEntry(Cookie cookie, Service service) {}

    private ErasureList() {}

    static List<Map<String, Object>> of(Charter charter) {
        List<StoredEntry> storedEntries = new ArrayList<>();
        for (Category category : charter.categories()) {
            for (Service service : category.services()) {
                for (Cookie cookie : service.cookies()) {
                    if (isListed(cookie, service)) {
                        storedEntries.add(new StoredEntry(cookie, service));
                    }
                }
            }
        }
        storedEntries.sort(ErasureList::byPrecedence);
        List<Map<String, Object>> entries = new ArrayList<>();
        for (StoredEntry stored : storedEntries) {
            addEntries(stored.cookie(), stored.service(), entries);
        }
        return entries;
    }

    private static int byPrecedence(StoredEntry one, StoredEntry other) {
        boolean isLiteral = one.cookie().name().isLiteral();
        if (isLiteral != other.cookie().name().isLiteral()) {
            return isLiteral ? -1 : 1;
        }
        int byLength = Integer.compare(
                other.cookie().name().literalLength(), one.cookie().name().literalLength());
        return byLength != 0
                ? byLength
                : one.cookie()
                        .positions()
                        .entry()
                        .compareTo(other.cookie().positions().entry());
    }

    private static boolean isListed(Cookie cookie, Service service) {
        boolean unreachable = service.isOptional() && cookie.httpOnly().orElse(false);
        return cookie.kind() != Kind.PIXEL && cookie.party().includesFirst() && !unreachable;
    }

    // One entry a domain, as for one name in several services; those of others are out of reach.
    private static void addEntries(Cookie cookie, Service service, List<Map<String, Object>> entries) {
        if (cookie.kind() != Kind.COOKIE || cookie.domains().isEmpty()) {
            entries.add(entry(cookie, service, ""));
            return;
        }
        for (Domain domain : cookie.domains()) {
            if (domain.party() == Party.FIRST) {
                entries.add(entry(cookie, service, domain.name()));
            }
        }
    }

    private static Map<String, Object> entry(Cookie cookie, Service service, String domain) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", cookie.kind().word());
        entry.put(cookie.name().isLiteral() ? "name" : "pattern", cookie.name().text());
        if (service.isOptional()) {
            entry.put("service", service.id());
        }
        if (cookie.kind() == Kind.COOKIE) {
            entry.put("path", cookie.path());
            if (!domain.isEmpty()) {
                entry.put("domain", domain);
            }
        }
        return entry;
    }
}
