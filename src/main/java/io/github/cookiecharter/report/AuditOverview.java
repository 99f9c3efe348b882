package io.github.cookiecharter.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an audit saw, for its page.
 *
 * @param browser name and version of the browser
 * @param day the day of the audit, as ISO 8601
 * @param url where the site ran
 * @param phases the phases, as columns
 * @param rows what was seen
 */
public record AuditOverview(String browser, String day, String url, List<String> phases, List<Row> rows) {

    /**
     * Something that was seen.
     *
     * @param category the category in which it is declared, or words for one that is not
     * @param what its kind, name and host
     * @param cells what happened in each phase
     */
    public record Row(String category, String what, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    public AuditOverview {
        phases = List.copyOf(phases);
        rows = List.copyOf(rows);
    }

    /** Adds what the page shows. */
    void putInto(Map<String, Object> page) {
        page.put("browser", browser);
        page.put("day", day);
        page.put("visited", url);
        List<Object> columns = new ArrayList<>();
        phases.forEach(phase -> columns.add(Map.of("phase", phase)));
        page.put("phases", columns);
        List<Object> lines = new ArrayList<>();
        for (Row row : rows) {
            List<Object> cells = new ArrayList<>();
            row.cells().forEach(cell -> cells.add(Map.of("cell", cell)));
            lines.add(Map.of("category", row.category(), "what", row.what(), "cells", cells));
        }
        page.put("rows", lines);
    }
}
