package io.github.cookiecharter.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A table of Markdown whose first column names things. */
final class MarkdownTable {

    private MarkdownTable() {}

    /**
     * The rows of the table that begins with a header.
     *
     * @return by what the first cell has in backquotes, the second cell
     */
    static Map<String, String> of(Path page, String header) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        boolean inside = false;
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith(header)) {
                inside = true;
            } else if (!line.startsWith("|")) {
                inside = false;
            } else if (inside && line.startsWith("| `")) {
                String[] cells = line.split("\\|");
                for (String each : cells[1].split(",")) {
                    String name = each.replace("`", "").strip();
                    if (rows.put(name, cells[2].strip()) != null) {
                        throw new IllegalStateException(name + " stands twice in " + page);
                    }
                }
            }
        }
        return rows;
    }
}
