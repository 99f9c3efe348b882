package io.github.cookiecharter.audit.judge;

import io.github.cookiecharter.audit.record.SeenKind;
import io.github.cookiecharter.audit.record.Sighting;
import io.github.cookiecharter.audit.record.VisitKey;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.code.AuditRule;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds cookies that were deleted and are there again, with a value that the same visitor has in another place too. A value
 * that another visitor got as well is no identifier.
 */
final class RecreatedValues {

    private record Owner(SeenKind kind, String name, String host) {

        static Owner of(Sighting sighting) {
            return new Owner(sighting.kind(), sighting.name(), sighting.host());
        }
    }

    private final List<Sighting> sightings;

    private RecreatedValues(List<Sighting> sightings) {
        this.sightings = sightings;
    }

    static void judge(List<Sighting> sightings, AuditJudge findings) {
        RecreatedValues values = new RecreatedValues(sightings);
        Set<Owner> reported = new HashSet<>();
        values.deleted().forEach((visit, owners) -> {
            for (Owner owner : owners) {
                values.source(visit, owner)
                        .filter(source -> reported.add(owner))
                        .ifPresent(source -> report(owner, source, findings));
            }
        });
    }

    private static void report(Owner owner, Sighting source, AuditJudge findings) {
        findings.report(
                AuditRule.IDENTIFIER_KEPT,
                Severity.NOTE,
                SourcePosition.START,
                source.place(),
                new SeenThing(owner.kind(), owner.name(), owner.host(), source.firstParty(), List.of(source)).words()
                        + " was deleted and is there again, with the value that "
                        + SeenThing.of(List.of(source)).get(0).words()
                        + " has too: do not restore what visitors delete");
    }

    private Map<VisitKey, Set<Owner>> deleted() {
        Map<VisitKey, Set<Owner>> deleted = new LinkedHashMap<>();
        for (Sighting sighting : sightings) {
            if (sighting.action() == StorageAction.DELETES) {
                deleted.computeIfAbsent(sighting.visit(), key -> new HashSet<>())
                        .add(Owner.of(sighting));
            }
        }
        return deleted;
    }

    /** Returns where else the visitor has the value that something kept. */
    private Optional<Sighting> source(VisitKey visit, Owner owner) {
        Set<String> kept = new HashSet<>();
        for (Sighting sighting : sightings) {
            if (sighting.visit().equals(visit)
                    && sighting.isKept()
                    && !sighting.value().isEmpty()
                    && Owner.of(sighting).equals(owner)) {
                kept.add(sighting.value());
            }
        }
        for (Sighting sighting : sightings) {
            if (!sighting.visit().equals(visit)) {
                kept.remove(sighting.value());
            }
        }
        return sightings.stream()
                .filter(sighting -> sighting.visit().equals(visit)
                        && kept.contains(sighting.value())
                        && sighting.action() == StorageAction.SETS
                        && sighting.refused().isEmpty()
                        && !Owner.of(sighting).equals(owner))
                .findFirst();
    }
}
