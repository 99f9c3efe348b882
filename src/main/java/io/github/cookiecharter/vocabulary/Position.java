package io.github.cookiecharter.vocabulary;

/**
 * A place in a text file.
 *
 * @param line the line, counted from 1
 * @param column the column, counted from 1 in UTF-16 code units, as compilers and editors count
 */
public record Position(int line, int column) implements Comparable<Position> {

    /** The first character of a file: where a problem of the whole file is reported. */
    public static final Position START = new Position(1, 1);

    @Override
    public int compareTo(Position other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
