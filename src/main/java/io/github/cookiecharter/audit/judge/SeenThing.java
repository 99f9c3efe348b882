package io.github.cookiecharter.audit.judge;

import io.github.cookiecharter.audit.record.SeenKind;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One thing that was seen, with all its sightings.
 *
 * @param kind a cookie, a kind of storage, or a request
 * @param name its name
 * @param host the host that it belongs to
 * @param firstParty whether that is a host of the site
 * @param sightings all times that it was set or there, at least one; the browser stored it each time, as far as it told
 */
record SeenThing(SeenKind kind, String name, String host, boolean firstParty, List<Sighting> sightings) {

    private record Key(SeenKind kind, String name, String host) {}

    /** Returns what was set or there, without what browsers refused. */
    static List<SeenThing> of(List<Sighting> all) {
        Map<Key, List<Sighting>> byKey = new LinkedHashMap<>();
        for (Sighting sighting : all) {
            if (sighting.action() == StorageAction.SETS && sighting.refused().isEmpty()) {
                byKey.computeIfAbsent(
                                new Key(sighting.kind(), sighting.name(), sighting.host()), key -> new ArrayList<>())
                        .add(sighting);
            }
        }
        List<SeenThing> things = new ArrayList<>();
        byKey.forEach((key, sightings) -> things.add(new SeenThing(
                key.kind(), key.name(), key.host(), sightings.get(0).firstParty(), sightings)));
        return things;
    }

    /** Returns the sightings of which something holds. */
    List<Sighting> where(Predicate<Sighting> holds) {
        return sightings.stream().filter(holds).toList();
    }

    /** Returns the first header or call among sightings; what was only found at the end has none. */
    static Sighting origin(List<Sighting> sightings) {
        return sightings.stream()
                .filter(sighting -> !sighting.isKept())
                .findFirst()
                .orElse(sightings.get(0));
    }

    /** Returns it as the subject of a sentence. */
    String words() {
        String quoted = SafeText.quote(name);
        String owner = firstParty ? "" : " of " + host;
        String what = switch (kind) {
            case COOKIE -> name.isEmpty() ? "a cookie without a name" : "the cookie " + quoted;
            case LOCAL_STORAGE -> quoted + " in local storage";
            case SESSION_STORAGE -> quoted + " in session storage";
            case INDEXED_DB -> "the database " + quoted;
            case CACHE -> "the cache " + quoted;
            case SERVICE_WORKER -> "the service worker " + quoted;
            case WINDOW_NAME -> "window.name";
            case REQUEST -> "the address " + quoted;
            case CANVAS -> quoted;
        };
        return what + owner;
    }

    /** Returns how often sightings came, in words, such as {@code on 2 of 3 pages}. */
    static String pages(List<Sighting> sightings, int all) {
        Set<String> pages = new LinkedHashSet<>();
        sightings.forEach(sighting -> pages.add(sighting.visit().page()));
        return "on " + pages.size() + " of " + all + (all == 1 ? " page" : " pages");
    }

    /** Returns the phases of sightings, in words. */
    static String phases(Collection<Sighting> sightings) {
        Set<String> phases = new LinkedHashSet<>();
        sightings.forEach(sighting -> phases.add(sighting.visit().phase().word()
                + (sighting.visit().choice().isEmpty()
                        ? ""
                        : " " + sighting.visit().choice())));
        return String.join(", ", phases);
    }
}
