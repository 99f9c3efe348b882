package io.github.cookiecharter.imports;

import io.github.cookiecharter.imports.format.Ids;
import io.github.cookiecharter.imports.model.ImportedCookie;
import io.github.cookiecharter.imports.model.ImportedPart;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.report.CategoryHeuristic;
import io.github.cookiecharter.rule.data.CookieCatalogue;
import java.util.List;
import java.util.Optional;

/** Groups cookies whose files name no service: by product, by host, or by their likely category. */
final class ServiceGroups {

    private static final String DOMAIN = "domain";

    private ServiceGroups() {}

    /** Returns what is known of a cookie's name. */
    static Optional<CookieCatalogue.Entry> known(String name, Kind kind) {
        if (kind != Kind.COOKIE) {
            return Optional.empty();
        }
        List<CookieCatalogue.Entry> entries = CookieCatalogue.findByName(name);
        for (CookieCatalogue.Entry entry : entries) {
            if (entry.distinctive()) {
                return Optional.of(entry);
            }
        }
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(0));
    }

    /** Returns the id of the service for a cookie. */
    static String id(
            ImportedCookie cookie, ImportedPart part, Optional<CookieCatalogue.Entry> known, ImportedHosts hosts) {
        String told = part.text("category");
        if (known.isPresent()) {
            boolean differs = !told.isEmpty() && !told.equals(known.get().category());
            return Ids.of(known.get().publicName() + (differs ? " " + told : ""));
        }
        String category = told.isEmpty() ? CategoryHeuristic.category(cookie.name()) : told;
        String outside = outside(part);
        boolean isOwn = outside.isEmpty() || hosts.isOwn(outside);
        return Ids.of((isOwn ? "own" : outside) + " " + category);
    }

    /** Returns the name of the service for a cookie. */
    static String name(ImportedPart part, Optional<CookieCatalogue.Entry> known) {
        String outside = outside(part);
        return known.map(CookieCatalogue.Entry::publicName).orElse(outside.isEmpty() ? "This site" : outside);
    }

    // The host, or the dependency, that sets it.
    private static String outside(ImportedPart part) {
        String origin = part.text("@origin");
        if (!origin.isEmpty()) {
            String[] coordinates = origin.split(":", -1);
            return coordinates.length > 1 ? coordinates[1] : origin;
        }
        String domain = part.text(DOMAIN).split(", ", 2)[0];
        return domain.startsWith(".") ? domain.substring(1) : domain;
    }
}
