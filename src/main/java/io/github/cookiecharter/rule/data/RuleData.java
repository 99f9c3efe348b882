package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Lifetime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Reads the data of the rules: text files beside the classes. The head of each file states its format and its date. */
final class RuleData {

    private RuleData() {}

    /**
     * Returns the lines of a file unchanged.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    static List<String> lines(String name) {
        return DataTable.lines(RuleData.class, name);
    }

    /** Returns the rows of a table: its lines except those that are empty or begin with {@code #}. */
    static List<String> rows(String name) {
        return DataTable.rows(RuleData.class, name);
    }

    /** Returns the rows of a table, each as its cells, which {@code |} separates. */
    static List<List<String>> table(String name) {
        return DataTable.cells(RuleData.class, name);
    }

    /** Parses a lifetime of a table: {@code session}, {@code persistent} or a number with a unit. */
    static Lifetime lifetime(String words) {
        if (words.equals("session")) {
            return new Lifetime.Session();
        }
        if (words.equals("persistent")) {
            return new Lifetime.Persistent();
        }
        int blank = words.indexOf(' ');
        String unit = words.substring(blank + 1).toUpperCase(Locale.ROOT);
        return new Lifetime.Lasting(
                Long.parseLong(words.substring(0, blank)), ChronoUnit.valueOf(unit.endsWith("S") ? unit : unit + "S"));
    }
}
