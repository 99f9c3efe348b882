package io.github.cookiecharter.model.diagnostic;

/**
 * A place in a text file.
 *
 * @param line the line, counted from 1
 * @param column the column, counted from 1 in UTF-16 code units, as compilers and editors count
 * @param file the name of the file, if it is another one than the declaration beside which it lies; else empty
 */
public record SourcePosition(int line, int column, String file) implements Comparable<SourcePosition> {

    /** The first character of a file: where a problem of the whole file is reported. */
    public static final SourcePosition START = new SourcePosition(1, 1);

    /** A place in the declaration itself. */
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
