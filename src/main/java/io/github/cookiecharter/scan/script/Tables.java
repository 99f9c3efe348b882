package io.github.cookiecharter.scan.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tables of this room: text files beside the classes, each of which says at its head how it is written. */
final class Tables {

    private static final String FOLDER = "/io/github/cookiecharter/scan/script/";

    private Tables() {}

    /** The rows of a table, each as what stands between its bars. */
    static List<List<String>> read(String name) {
        InputStream in = Tables.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalArgumentException("there is no " + name);
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
        for (int bar = line.indexOf('|'); bar >= 0; bar = line.indexOf('|', from)) {
            cells.add(line.substring(from, bar).strip());
            from = bar + 1;
        }
        cells.add(line.substring(from).strip());
        return cells;
    }
}
