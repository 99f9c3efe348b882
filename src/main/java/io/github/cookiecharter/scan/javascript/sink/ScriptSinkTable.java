package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The calls that set or delete something, by the names of their methods: the table {@code calls.txt}. */
final class ScriptSinkTable {

    /** In place of a receiver: the function is called by its name alone. */
    static final String BARE = "-";

    /** In place of a receiver: whatever it is called on. */
    static final String ANY = "*";

    /** In place of a method: the receiver is a constructor. */
    static final String NEW = "new";

    /**
     * A call.
     *
     * @param receivers the last names of what it is called on, in lower case
     * @param modules the modules of which the receiver, or the function, may be imported under another name
     * @param name the argument that is the name, counted from 0
     * @param least with fewer arguments it is another function, such as one that reads
     * @param isLoose whether only a name that can be read is evidence
     * @param form what is set, with {@code *} for the argument
     */
    record Sink(
            Set<String> receivers,
            Set<String> modules,
            int name,
            int least,
            Kind kind,
            StorageAction action,
            AttributeStyle style,
            boolean isLoose,
            String form) {}

    private static final Map<String, List<Sink>> ALL = read();
    private static final Set<String> MODULES = modules();

    private ScriptSinkTable() {}

    /** Returns the sinks with a method name. */
    static List<Sink> find(String method) {
        return ALL.getOrDefault(method, List.of());
    }

    /** Returns whether the table contains calls of a module. */
    static boolean containsModule(String module) {
        return MODULES.contains(module);
    }

    private static Set<String> modules() {
        Set<String> all = new HashSet<>();
        for (List<Sink> sinks : ALL.values()) {
            for (Sink sink : sinks) {
                all.addAll(sink.modules());
            }
        }
        return Set.copyOf(all);
    }

    private static Map<String, List<Sink>> read() {
        Map<String, List<Sink>> all = new HashMap<>();
        for (List<String> row : DataTable.cells(ScriptSinkTable.class, "calls.txt")) {
            String form = row.get(8);
            boolean isLoose = form.equals("loose");
            Sink sink = new Sink(
                    words(row.get(1)),
                    words(row.get(2)),
                    Integer.parseInt(row.get(3)),
                    Integer.parseInt(row.get(4)),
                    Kind.valueOf(constant(row.get(5))),
                    StorageAction.valueOf(constant(row.get(6))),
                    AttributeStyle.valueOf(constant(row.get(7))),
                    isLoose,
                    isLoose || form.isEmpty() ? "*" : form);
            for (String method : words(row.get(0))) {
                all.computeIfAbsent(method, key -> new ArrayList<>()).add(sink);
            }
        }
        return all;
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Set<String> words(String cell) {
        return cell.isEmpty() ? Set.of() : Set.of(cell.split(" +"));
    }
}
