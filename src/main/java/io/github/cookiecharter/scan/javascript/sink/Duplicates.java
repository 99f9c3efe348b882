package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes duplicate evidence of the same place, kind and name: a call in the table may also be a call of a function of the
 * project, and a function may set and delete.
 */
final class Duplicates {

    private Duplicates() {}

    private record Same(String place, String kind, Optional<String> name) {}

    static List<Evidence> remove(Collection<Evidence> evidence) {
        Map<Same, Evidence> kept = new LinkedHashMap<>();
        for (Evidence one : evidence) {
            Same same = new Same(one.place().text(), one.kind().word(), one.name());
            kept.merge(same, one, Duplicates::better);
        }
        return new ArrayList<>(kept.values());
    }

    private static Evidence better(Evidence first, Evidence second) {
        if (first.action() != second.action()) {
            // What a line of the table says of a call holds against what a function could do.
            boolean isDirect = !first.how().contains(", through ");
            boolean otherIsDirect = !second.how().contains(", through ");
            if (isDirect != otherIsDirect) {
                return isDirect ? first : second;
            }
            return first.action() == StorageAction.SETS ? first : second;
        }
        return first;
    }
}
