package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Lifetime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The data of the rules: text files beside the classes, each of which says at its head how it is written and of what date. */
final class RuleData {

    private RuleData() {}

    /**
     * The lines of a file as they are.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    static List<String> lines(String name) {
        return DataTable.lines(RuleData.class, name);
    }

    /** The rows of a table: its lines without those that are empty or begin with {@code #}. */
    static List<String> rows(String name) {
        return DataTable.rows(RuleData.class, name);
    }

    /** The rows of a table, each as what stands between its bars. */
    static List<List<String>> table(String name) {
        return DataTable.cells(RuleData.class, name);
    }

    /** A lifetime as the tables write it: {@code session}, {@code persistent} or a number with a unit. */
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
