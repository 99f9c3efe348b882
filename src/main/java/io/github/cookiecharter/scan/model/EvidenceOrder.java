package io.github.cookiecharter.scan.model;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of evidence, which is the same on every machine: own evidence first, then by origin, place, kind, name and
 * action.
 */
public final class EvidenceOrder {

    private static final Comparator<Evidence> ORDER = Comparator.comparing((Evidence one) -> !one.isOwn())
            .thenComparing(Evidence::origin)
            .thenComparing(EvidenceOrder::file)
            .thenComparing(EvidenceOrder::position)
            .thenComparing(EvidenceOrder::key)
            .thenComparing(Evidence::certainty)
            .thenComparing(one -> one.how().length())
            .thenComparing(Evidence::how);

    private EvidenceOrder() {}

    /**
     * The evidence in order, and none of it twice: of several ways to set the same at the same place the one remains whose
     * name is known best, and of those the one that takes the fewest words.
     */
    public static List<Evidence> distinct(Collection<Evidence> evidence) {
        Map<String, Evidence> distinct = new LinkedHashMap<>();
        evidence.stream().sorted(ORDER).forEach(one -> distinct.putIfAbsent(key(one), one));
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

    /** What makes two pieces of evidence the same. */
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
