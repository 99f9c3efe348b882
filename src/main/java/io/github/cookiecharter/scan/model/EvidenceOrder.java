package io.github.cookiecharter.scan.model;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts evidence, the same on every machine: own evidence first, then by origin, place, kind, name and action.
 */
public final class EvidenceOrder {

    private static final Comparator<Evidence> ORDER = Comparator.comparing((Evidence entry) -> !entry.isOwn())
            .thenComparing(Evidence::origin)
            .thenComparing(EvidenceOrder::file)
            .thenComparing(EvidenceOrder::position)
            .thenComparing(EvidenceOrder::key)
            .thenComparing(Evidence::certainty)
            .thenComparing(entry -> entry.how().length())
            .thenComparing(Evidence::how);

    private EvidenceOrder() {}

    /**
     * Returns the evidence in order, without duplicates: of several entries for the same place, kind, name and action the one
     * with the best known name remains, and of those the one with the shortest description.
     */
    public static List<Evidence> distinct(Collection<Evidence> evidence) {
        Map<String, Evidence> distinct = new LinkedHashMap<>();
        evidence.stream().sorted(ORDER).forEach(entry -> distinct.putIfAbsent(key(entry), entry));
        return List.copyOf(distinct.values());
    }

    private static String file(Evidence evidence) {
        return evidence.place() instanceof CodePlace.Text text
                ? text.path()
                : ((CodePlace.Code) evidence.place()).type();
    }

    private static SourcePosition position(Evidence evidence) {
        return evidence.place() instanceof CodePlace.Text text
                ? text.at()
                : new SourcePosition(((CodePlace.Code) evidence.place()).line().orElse(1), 1);
    }

    /** Returns the key that duplicates have in common. */
    private static String key(Evidence evidence) {
        return String.join(
                "\n",
                evidence.origin(),
                evidence.place().text(),
                evidence.kind().word(),
                evidence.name().orElse(""),
                evidence.action().word());
    }
}
