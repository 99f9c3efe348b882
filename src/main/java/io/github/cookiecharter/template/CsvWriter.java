package io.github.cookiecharter.template;

import java.util.List;

/**
 * Writes CSV as in RFC 4180, which spreadsheets show without calculating anything. The only class that encodes text for
 * CSV.
 */
public final class CsvWriter {

    // Without it, Excel reads a file as if it were in the code page of Windows.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    // What makes a spreadsheet take a cell for a formula; the last four are full-width.
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private final StringBuilder out = new StringBuilder(BYTE_ORDER_MARK);

    /**
     * Writes a row.
     *
     * @param cells the texts, each on one line; one that a spreadsheet would take for a formula gets an apostrophe in
     *     front, with which spreadsheets mark text
     */
    public void row(List<String> cells) {
        String separator = "";
        for (String cell : cells) {
            out.append(separator)
                    .append('"')
                    .append(literal(cell).replace("\"", "\"\""))
                    .append('"');
            separator = ",";
        }
        out.append("\r\n");
    }

    /** Returns all rows. */
    public String text() {
        return out.toString();
    }

    // Some spreadsheets ignore blanks in front of a formula, and invisible characters are as good as blanks.
    private static String literal(String cell) {
        String line = PlainText.onOneLine(cell);
        int first = 0;
        while (first < line.length() && isInvisible(line.charAt(first))) {
            first++;
        }
        return first < line.length() && FORMULA.indexOf(line.charAt(first)) >= 0 ? "'" + line : line;
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }
}
