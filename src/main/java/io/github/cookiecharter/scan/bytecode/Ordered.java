package io.github.cookiecharter.scan.bytecode;

import io.github.cookiecharter.scan.model.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Evidence in one order, and none of it twice: of two ways to the same place the shorter one is told. */
final class Ordered {

    private static final Comparator<Evidence> ORDER = Comparator.comparing((Evidence one) -> !one.isOwn())
            .thenComparing(Evidence::origin)
            .thenComparing(one -> one.place().text())
            .thenComparing(Evidence::kind)
            .thenComparing(one -> one.name().orElse(""))
            .thenComparing(Evidence::action)
            .thenComparing(one -> one.how().length())
            .thenComparing(Evidence::how);

    private Ordered() {}

    static List<Evidence> of(List<Evidence> evidence) {
        List<Evidence> sorted = new ArrayList<>(evidence);
        sorted.sort(ORDER);
        Map<List<Object>, Evidence> once = new LinkedHashMap<>();
        for (Evidence one : sorted) {
            List<Object> key =
                    List.of(one.origin(), one.place().text(), one.name().orElse(""), one.action(), one.certainty());
            once.putIfAbsent(key, one);
        }
        return List.copyOf(once.values());
    }
}
