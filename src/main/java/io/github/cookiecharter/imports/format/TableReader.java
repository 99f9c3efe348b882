package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.imports.model.ImportedFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tables of cookies, as CSV or as an array of JSON objects, by the meaning of their heads. */
final class TableReader {

    /** Heads may stand below a title. */
    private static final int MOST_ROWS_ABOVE = 10;

    private TableReader() {}

    /** Reads a table; empty if no row has the heads of a table of cookies. */
    static Optional<ImportedFile> read(String file, List<CsvTable.Row> rows) {
        for (int i = 0; i < Math.min(MOST_ROWS_ABOVE, rows.size()); i++) {
            if (OwnTable.isHead(rows.get(i).cells())) {
                return Optional.of(OwnTable.read(file, rows.get(i).cells(), rows.subList(i + 1, rows.size())));
            }
            List<String> columns = columns(rows.get(i).cells());
            if (isHead(columns)) {
                return Optional.of(table(file, rows.get(i), columns, rows.subList(i + 1, rows.size())));
            }
        }
        return Optional.empty();
    }

    /** Reads an array of flat objects; empty if their keys are no heads of a table of cookies. */
    static Optional<ImportedFile> objects(String file, List<JsonElement> items) {
        ImportedFile read = new ImportedFile(file, "a table of cookies");
        boolean found = false;
        for (JsonElement item : items) {
            List<String> keys = List.copyOf(item.fields().keySet());
            List<String> columns = columns(keys);
            if (isHead(columns)) {
                found = true;
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < keys.size(); i++) {
                    put(
                            cells,
                            columns.get(i),
                            keys.get(i),
                            item.get(keys.get(i)).scalar());
                }
                TableRow.read(read, cells, item.line());
            }
        }
        return found ? Optional.of(read) : Optional.empty();
    }

    private static boolean isHead(List<String> columns) {
        Set<String> known = new HashSet<>(columns);
        known.remove("");
        known.remove("ignored");
        return known.contains("name") && known.size() > 1;
    }

    // Of two heads with one meaning the first counts; the other stays a remark under its own name.
    private static List<String> columns(List<String> heads) {
        List<String> columns = new ArrayList<>();
        for (String head : heads) {
            String column = TableWords.all().column(head).orElse("");
            columns.add(columns.contains(column) ? "" : column);
        }
        return columns;
    }

    private static ImportedFile table(String file, CsvTable.Row head, List<String> columns, List<CsvTable.Row> rows) {
        ImportedFile read = new ImportedFile(file, "a table of cookies");
        for (CsvTable.Row row : rows) {
            // A table that was put together of several repeats its heads.
            if (row.cells().equals(head.cells())) {
                continue;
            }
            if (row.cells().size() > columns.size()) {
                read.remark("line " + row.line() + " has more cells than the table has heads");
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                put(cells, columns.get(i), head.cell(i), row.cell(i));
            }
            TableRow.read(read, cells, row.line());
        }
        return read;
    }

    private static void put(Map<String, String> cells, String column, String head, String text) {
        if (!column.equals("ignored") && !text.isEmpty()) {
            cells.putIfAbsent(column.isEmpty() ? head : column, text);
        }
    }
}
