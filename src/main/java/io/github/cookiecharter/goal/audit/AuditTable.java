package io.github.cookiecharter.goal.audit;

import io.github.cookiecharter.audit.record.AuditRecord;
import io.github.cookiecharter.audit.record.SeenKind;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.report.AuditOverview;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Arranges a record for the report, and its undeclared sightings as evidence from which entries are written. */
final class AuditTable {

    private static final Pattern PLACE = Pattern.compile("(.*?):(\\d{1,9}):(\\d{1,9})");
    private static final String UNDECLARED = "not declared";

    private AuditTable() {}

    /** Returns what was seen, each thing in a row, by category. */
    static AuditOverview of(Charter charter, AuditRecord record) {
        Set<String> phases = new LinkedHashSet<>();
        record.visits()
                .forEach(visit -> phases.add(
                        column(visit.key().phase().word(), visit.key().choice())));
        Map<String, Map<String, Set<String>>> cells = new LinkedHashMap<>();
        Map<String, String> categories = new LinkedHashMap<>();
        for (Sighting sighting : record.sightings()) {
            if (sighting.kind() == SeenKind.REQUEST || sighting.kind() == SeenKind.CANVAS) {
                continue;
            }
            String what = sighting.name() + " (" + sighting.kind().word() + ", " + sighting.host() + ")";
            categories.putIfAbsent(what, category(charter, sighting));
            cells.computeIfAbsent(what, key -> new LinkedHashMap<>())
                    .computeIfAbsent(
                            column(
                                    sighting.visit().phase().word(),
                                    sighting.visit().choice()),
                            key -> new LinkedHashSet<>())
                    .add(word(sighting));
        }
        Map<String, List<AuditOverview.Row>> byCategory = new TreeMap<>();
        cells.forEach((what, byPhase) -> {
            String category = categories.getOrDefault(what, UNDECLARED);
            List<String> row = new ArrayList<>();
            phases.forEach(phase -> row.add(String.join(", ", byPhase.getOrDefault(phase, Set.of()))));
            byCategory
                    .computeIfAbsent(category, key -> new ArrayList<>())
                    .add(new AuditOverview.Row(category, what, row));
        });
        List<AuditOverview.Row> rows = new ArrayList<>();
        byCategory.values().forEach(rows::addAll);
        return new AuditOverview(record.browser(), record.day(), record.url(), List.copyOf(phases), rows);
    }

    private static String column(String phase, String choice) {
        return choice.isEmpty() ? phase : phase + ": " + choice;
    }

    private static String word(Sighting sighting) {
        if (sighting.isKept()) {
            return "kept";
        }
        if (sighting.action() == StorageAction.DELETES) {
            return "deleted";
        }
        return sighting.refused().isPresent() ? "refused by the browser" : "set";
    }

    private static String category(Charter charter, Sighting sighting) {
        Optional<Kind> kind = sighting.kind().declarable();
        for (Service service : charter.services()) {
            for (Cookie cookie : service.cookies()) {
                if (kind.isPresent()
                        && cookie.kind() == kind.get()
                        && cookie.name().matches(sighting.name())) {
                    return service.category();
                }
            }
        }
        return kind.isPresent() ? UNDECLARED : "not declarable";
    }

    /** Returns sightings as evidence. */
    static List<Evidence> evidence(List<Sighting> sightings) {
        List<Evidence> evidence = new ArrayList<>();
        for (Sighting sighting : sightings) {
            Optional<Kind> kind = sighting.kind().declarable();
            if (kind.isPresent()) {
                evidence.add(new Evidence(
                        Optional.of(sighting.name()).filter(name -> !name.isEmpty()),
                        kind.get(),
                        StorageAction.SETS,
                        place(sighting.place()),
                        sighting.firstParty() ? Evidence.OWN : sighting.host(),
                        sighting.name().isEmpty() ? Certainty.UNRESOLVED : Certainty.CERTAIN,
                        sighting.how(),
                        attributes(sighting),
                        true));
            }
        }
        return evidence;
    }

    private static CodePlace place(String text) {
        Matcher place = PLACE.matcher(text);
        return place.matches()
                ? new CodePlace.Text(
                        place.group(1),
                        new SourcePosition(
                                Math.max(1, Integer.parseInt(place.group(2))),
                                Math.max(1, Integer.parseInt(place.group(3)))))
                : new CodePlace.Text(text, SourcePosition.START);
    }

    // A cookie of a third party is declared with its domain.
    private static ObservedAttributes attributes(Sighting sighting) {
        ObservedAttributes seen = sighting.attributes();
        return sighting.firstParty()
                ? seen
                : new ObservedAttributes(
                        seen.lifetime(),
                        seen.httpOnly(),
                        seen.secure(),
                        seen.sameSite(),
                        Optional.of(sighting.host()),
                        seen.path());
    }
}
