package io.github.cookiecharter.banner;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.vocabulary.Kind;
import io.github.cookiecharter.vocabulary.Party;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a script on the site's pages could find in the browser, in order of precedence, each with the category whose
 * refusal erases it. Left out is what no script can erase: what belongs to other sites, and {@code http-only} cookies
 * (RFC 6265bis, 5.8.3), unless their being allowed saves a name from a pattern.
 */
final class StoredEntries {

    private static final Comparator<Cookie> BY_PRECEDENCE = Comparator.comparing(
                    (Cookie cookie) -> !cookie.name().isLiteral())
            .thenComparing(cookie -> -cookie.name().literalLength());

    private StoredEntries() {}

    static List<Map<String, Object>> of(Charter charter) {
        Map<Cookie, Service> serviceOf = new IdentityHashMap<>();
        List<Cookie> cookies = new ArrayList<>();
        charter.services().forEach(service -> {
            for (Cookie cookie : service.cookies()) {
                if (isWithinReach(cookie, service)) {
                    cookies.add(cookie);
                    serviceOf.put(cookie, service);
                }
            }
        });
        cookies.sort(BY_PRECEDENCE);
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Cookie cookie : cookies) {
            entries.add(entry(cookie, Objects.requireNonNull(serviceOf.get(cookie))));
        }
        return entries;
    }

    private static boolean isWithinReach(Cookie cookie, Service service) {
        boolean unreachable = service.needsConsent() && cookie.httpOnly().orElse(false);
        return cookie.kind() != Kind.PIXEL && cookie.party() == Party.FIRST && !unreachable;
    }

    private static Map<String, Object> entry(Cookie cookie, Service service) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", cookie.kind().word());
        entry.put(
                cookie.name().isLiteral() ? "name" : "pattern",
                cookie.name().isLiteral() ? cookie.name().text() : cookie.name().regex());
        if (service.needsConsent()) {
            entry.put("category", service.category());
        }
        if (cookie.kind() == Kind.COOKIE) {
            entry.put("path", cookie.path());
            cookie.domain().ifPresent(domain -> entry.put("domain", domain));
        }
        return entry;
    }
}
