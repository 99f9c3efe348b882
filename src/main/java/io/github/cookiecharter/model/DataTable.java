package io.github.cookiecharter.model;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the tables that come with the plugin: a line is a row, with bars between its cells, or blank, or begins with
 * {@code #}.
 */
public final class DataTable {

    private static final String ROOT = "io.github.cookiecharter.";

    private DataTable() {}

    /**
     * The lines of a table as they are.
     *
     * @param beside a class beside which the table lies
     * @throws IllegalArgumentException if there is no such table
     */
    public static List<String> lines(Class<?> beside, String name) {
        return PluginResources.lines(
                beside.getPackageName().substring(ROOT.length()).replace('.', '/') + "/" + name);
    }

    /**
     * The rows of a table, each as its line.
     *
     * @param beside a class beside which the table lies
     * @throws IllegalArgumentException if there is no such table
     */
    public static List<String> rows(Class<?> beside, String name) {
        List<String> lines = lines(beside, name);
        List<String> rows = new ArrayList<>(lines.size());
        for (String line : lines) {
            if (!line.isBlank() && line.charAt(0) != '#') {
                rows.add(line);
            }
        }
        return rows;
    }

    /**
     * The rows of a table, each as its cells.
     *
     * @param beside a class beside which the table lies
     * @throws IllegalArgumentException if there is no such table
     */
    public static List<List<String>> cells(Class<?> beside, String name) {
        List<List<String>> cells = new ArrayList<>();
        for (String row : rows(beside, name)) {
            cells.add(split(row, '|'));
        }
        return cells;
    }

    /** Parses a lifetime of a table: {@code session}, {@code persistent} or a number with a unit. */
    public static Lifetime lifetime(String words) {
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

    /** The parts between the separators, without the blanks around them. */
    public static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, from)) {
            parts.add(text.substring(from, end).strip());
            from = end + 1;
        }
        parts.add(text.substring(from).strip());
        return parts;
    }
}
