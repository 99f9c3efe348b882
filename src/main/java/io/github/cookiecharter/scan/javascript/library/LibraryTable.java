package io.github.cookiecharter.scan.javascript.library;

import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The libraries that scripts import or bundle, and what each is known to set: the table {@code libraries.txt}. */
public final class LibraryTable {

    private static final int LONGEST_VERSION = 20;
    private static final int LONGEST_MODULE = 60;
    private static final List<Library> ALL = read();
    private static final Set<String> MODULES = modules();

    /** Something that a library sets. */
    public record Entry(String name, Kind kind) {}

    /**
     * A library.
     *
     * @param modules the names of its packages, the first of them the usual one
     * @param starts the names of the calls that start it
     * @param content texts that a bundle with it contains, all of them; none where it cannot be recognised
     * @param beforeVersion what stands in front of its version in a bundle; empty if nothing does
     */
    public record Library(
            List<String> modules, Set<String> starts, List<Entry> entries, List<String> content, String beforeVersion) {

        /** The name of the usual package. */
        public String name() {
            return modules.get(0);
        }

        /** Where a script contains the library; -1 where it does not. */
        public int offsetIn(String text) {
            int first = -1;
            for (String part : content) {
                int at = text.indexOf(part);
                if (at < 0) {
                    return -1;
                }
                first = first < 0 ? at : first;
            }
            return first;
        }

        /** The version in a bundle that contains the library; empty where it is not told. */
        public Optional<String> version(String text) {
            int at = beforeVersion.isEmpty() ? -1 : text.indexOf(beforeVersion);
            if (at < 0) {
                return Optional.empty();
            }
            int from = at + beforeVersion.length();
            int to = from;
            while (to < text.length()
                    && to < from + LONGEST_VERSION
                    && (Character.isLetterOrDigit(text.charAt(to))
                            || text.charAt(to) == '.'
                            || text.charAt(to) == '-')) {
                to++;
            }
            return to > from && Character.isDigit(text.charAt(from))
                    ? Optional.of(text.substring(from, to))
                    : Optional.empty();
        }
    }

    private LibraryTable() {}

    /** All libraries of the table. */
    public static List<Library> all() {
        return ALL;
    }

    /**
     * Returns whether a text names one of the libraries in quotes.
     *
     * @param isOther whether a further module counts
     */
    public static boolean mayImport(String text, Predicate<String> isOther) {
        for (int i = 0; i < text.length(); i++) {
            char quote = text.charAt(i);
            if (quote != '"' && quote != '\'' && quote != '`') {
                continue;
            }
            int end = i + 1;
            while (end < text.length() && end < i + LONGEST_MODULE && isModule(text.charAt(end))) {
                end++;
            }
            if (end < text.length() && text.charAt(end) == quote && end > i + 1) {
                String module = text.substring(i + 1, end);
                if (MODULES.contains(module) || isOther.test(module)) {
                    return true;
                }
                // The quote behind a module may open nothing.
                i = end;
            }
        }
        return false;
    }

    private static boolean isModule(char c) {
        return Character.isLetterOrDigit(c) || "@/-_.#".indexOf(c) >= 0;
    }

    private static Set<String> modules() {
        Set<String> modules = new HashSet<>();
        ALL.forEach(library -> modules.addAll(library.modules()));
        return Set.copyOf(modules);
    }

    private static List<Library> read() {
        List<Library> all = new ArrayList<>();
        for (List<String> row : DataTable.cells(LibraryTable.class, "libraries.txt")) {
            List<Entry> entries = new ArrayList<>();
            for (String written : row.get(2).split(" +")) {
                entries.add(entry(written));
            }
            all.add(new Library(
                    List.of(row.get(0).split(" +")),
                    Set.of(row.get(1).split(" +")),
                    entries,
                    row.get(3).isEmpty() ? List.of() : List.of(row.get(3).split(" +")),
                    row.get(4)));
        }
        return List.copyOf(all);
    }

    private static Entry entry(String written) {
        int colon = written.indexOf(':');
        Kind kind = switch (colon < 0 ? "" : written.substring(0, colon)) {
            case "local" -> Kind.LOCAL_STORAGE;
            case "session" -> Kind.SESSION_STORAGE;
            case "indexed-db" -> Kind.INDEXED_DB;
            default -> Kind.COOKIE;
        };
        return new Entry(written.substring(colon + 1), kind);
    }
}
