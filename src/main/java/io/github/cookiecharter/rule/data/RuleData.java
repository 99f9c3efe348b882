package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.PluginResources;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The data of the rules: text files beside the classes, each of which says at its head how it is written and of what date. */
final class RuleData {

    private static final String FOLDER = "rule/data/";

    private RuleData() {}

    /**
     * The lines of a file as they are.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    static List<String> lines(String name) {
        return PluginResources.lines(FOLDER + name);
    }

    /** The rows of a table: its lines without those that are empty or begin with {@code #}. */
    static List<String> rows(String name) {
        List<String> rows = lines(name);
        List<String> kept = new ArrayList<>(rows.size());
        for (String row : rows) {
            if (!row.isEmpty() && row.charAt(0) != '#') {
                kept.add(row);
            }
        }
        return kept;
    }

    /** The rows of a table, each as what stands between its bars. */
    static List<List<String>> table(String name) {
        List<List<String>> table = new ArrayList<>();
        for (String row : rows(name)) {
            table.add(cells(row, '|'));
        }
        return table;
    }

    /** What stands between the separators, without the blanks around it. */
    static List<String> cells(String text, char separator) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, from)) {
            cells.add(text.substring(from, end).strip());
            from = end + 1;
        }
        cells.add(text.substring(from).strip());
        return cells;
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
