package io.github.cookiecharter.scan.model;

import io.github.cookiecharter.model.PluginResources;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of this room: a line is a row, with bars between its cells, or blank, or begins with {@code #}. */
public final class Table {

    private static final String ROOT = "io.github.cookiecharter.";

    private Table() {}

    /**
     * The rows of a table.
     *
     * @param beside a class beside which the table lies
     * @throws IllegalArgumentException if there is no such table
     */
    public static List<List<String>> rows(Class<?> beside, String name) {
        String folder = beside.getPackageName().substring(ROOT.length()).replace('.', '/');
        List<List<String>> rows = new ArrayList<>();
        for (String line : PluginResources.lines(folder + "/" + name)) {
            if (!line.isBlank() && line.charAt(0) != '#') {
                rows.add(cells(line));
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int end = line.indexOf('|'); end >= 0; end = line.indexOf('|', from)) {
            cells.add(line.substring(from, end).strip());
            from = end + 1;
        }
        cells.add(line.substring(from).strip());
        return cells;
    }
}
