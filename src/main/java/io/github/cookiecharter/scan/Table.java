package io.github.cookiecharter.scan;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tables of this room: a line is a row, with bars between its cells, or blank, or begins with {@code #}. */
public final class Table {

    private Table() {}

    /**
     * The rows of a table.
     *
     * @param beside a class beside which the table lies
     * @throws IllegalArgumentException if there is no such table
     */
    public static List<List<String>> rows(Class<?> beside, String name) {
        InputStream in = beside.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalArgumentException("there is no table " + name);
        }
        List<List<String>> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    rows.add(cells(line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
