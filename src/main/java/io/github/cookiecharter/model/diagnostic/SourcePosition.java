package io.github.cookiecharter.model.diagnostic;

/**
 * A position in a text file.
 *
 * @param line the line, counted from 1
 * @param column the column, counted from 1 in UTF-16 code units, as compilers and editors count
 * @param file the name of a file beside the declaration; empty for the declaration itself
 */
public record SourcePosition(int line, int column, String file) implements Comparable<SourcePosition> {

    /** The first character of a file, where diagnostics about the whole file are reported. */
    public static final SourcePosition START = new SourcePosition(1, 1);

    /** Creates a position in the declaration itself. */
    public SourcePosition(int line, int column) {
        this(line, column, "");
    }

    @Override
    public int compareTo(SourcePosition other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
