package io.github.cookiecharter.audit.judge;

import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.charter.Charter.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares where a cookie is valid (its domain, its path, and whether it is partitioned) with its declaration. */
final class PlaceDiff {

    private PlaceDiff() {}

    /** Returns the differences in words. */
    static List<String> differences(Cookie cookie, Sighting sighting) {
        List<String> differences = new ArrayList<>();
        sighting.attributes()
                .path()
                // Browsers ignore any other path.
                .filter(path -> path.startsWith("/") && !path.equals(cookie.path()))
                .ifPresent(path -> differences.add(describe("path", cookie.path(), path)));
        domain(cookie, sighting).ifPresent(differences::add);
        if (cookie.partitioned().isPresent()
                && sighting.partitioned().isPresent()
                && !cookie.partitioned().equals(sighting.partitioned())) {
            differences.add(describe(
                    "partitioned",
                    cookie.partitioned().get().toString(),
                    sighting.partitioned().get().toString()));
        }
        return differences;
    }

    // The declared domain of a third party says whose the cookie is, which was compared already.
    private static Optional<String> domain(Cookie cookie, Sighting sighting) {
        if (!sighting.firstParty()) {
            return Optional.empty();
        }
        Optional<String> seen = sighting.attributes()
                .domain()
                .map(domain -> domain.startsWith(".") ? domain.substring(1) : domain)
                .filter(domain -> !domain.isEmpty());
        if (cookie.domains().isEmpty()) {
            return seen.map(domain -> "no domain is declared and it is '" + domain + "' here");
        }
        // Only the browser shows that a cookie has no domain, and it always shows the path.
        if (seen.isEmpty()
                && sighting.isKept()
                && sighting.attributes().path().isPresent()
                && cookie.party().includesFirst()
                && !cookie.party().includesThird()) {
            return Optional.of("domain is declared '" + cookie.domains().get(0).name() + "' and there is none here");
        }
        return Optional.empty();
    }

    private static String describe(String attribute, String declared, String seen) {
        return attribute + " is declared '" + declared + "' and is '" + seen + "' here";
    }
}
