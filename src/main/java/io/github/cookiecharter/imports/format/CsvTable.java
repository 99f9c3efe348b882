package io.github.cookiecharter.imports.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads CSV as in RFC 4180, with a comma, a semicolon, a tab or a bar between the cells, whichever the first line has most
 * of. Cells in quotes may have line breaks.
 */
final class CsvTable {

    private static final String SEPARATORS = ",;\t|";
    private static final int MAX_CELLS = 200;

    /** What a spreadsheet takes for a formula: an apostrophe in front of it is no part of the text. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private final String file;
    private final String text;
    private final char separator;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int line = 1;
    private int rowLine = 1;

    /**
     * A row.
     *
     * @param line where it begins, counted from 1
     */
    record Row(int line, List<String> cells) {

        String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }
    }

    private CsvTable(String file, String text) {
        this.file = file;
        this.text = text;
        this.separator = separator(text);
    }

    /**
     * Reads a table, without its empty rows.
     *
     * @throws ImportException if a quote does not end
     */
    static List<Row> read(String file, String text) throws ImportException {
        return new CsvTable(file, text).read();
    }

    private static char separator(String text) {
        if (text.startsWith("sep=") && text.length() > 4) {
            return text.charAt(4);
        }
        int[] counts = new int[SEPARATORS.length()];
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && (c == '\n' || c == '\r') && sum(counts) > 0) {
                break;
            }
            int at = SEPARATORS.indexOf(c);
            if (!quoted && at >= 0) {
                counts[at]++;
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return SEPARATORS.charAt(best);
    }

    private static int sum(int[] counts) {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    private List<Row> read() throws ImportException {
        int at = text.startsWith("sep=") ? text.indexOf('\n') + 1 : 0;
        line += at > 0 ? 1 : 0;
        rowLine = line;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' && cell.toString().isBlank()) {
                at = quoted(at + 1);
            } else if (c == separator) {
                endCell();
                at++;
            } else if (c == '\n' || c == '\r') {
                boolean two = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
                at += two ? 2 : 1;
                line++;
                endRow();
            } else {
                cell.append(c);
                at++;
            }
        }
        endRow();
        return rows;
    }

    // Returns where the text goes on after the quote.
    private int quoted(int from) throws ImportException {
        int begin = line;
        cell.setLength(0);
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    at++;
                } else {
                    return at + 1;
                }
            }
            line += c == '\n' ? 1 : 0;
            cell.append(c);
        }
        throw new ImportException(file, begin, 1, "a quote begins in this line and does not end: the file was cut off");
    }

    private void endCell() throws ImportException {
        String written = cell.toString().strip();
        cells.add(
                written.length() > 1 && written.charAt(0) == '\'' && FORMULA.indexOf(written.charAt(1)) >= 0
                        ? written.substring(1)
                        : written);
        cell.setLength(0);
        if (cells.size() > MAX_CELLS) {
            throw new ImportException(file, rowLine, 1, "the row has more than " + MAX_CELLS + " cells");
        }
    }

    private void endRow() throws ImportException {
        endCell();
        if (cells.stream().anyMatch(each -> !each.isEmpty())) {
            rows.add(new Row(rowLine, List.copyOf(cells)));
        }
        cells.clear();
        rowLine = line;
    }
}
