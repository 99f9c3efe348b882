package io.github.cookiecharter.scan.javascript.sourcemap;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.List;
import java.util.Optional;

/**
 * A source map (ECMA-426): which place of an original file each place of a generated one comes from.
 *
 * @param sources the names of the original files as the map has them, with its {@code sourceRoot} in front
 * @param mappings the encoded mappings
 * @param sections the maps of parts of the generated file, in order; empty for a map that is not indexed
 */
record SourceMap(List<String> sources, String mappings, List<Section> sections) {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int FIELDS = 5;

    /**
     * The map of a part of the generated file.
     *
     * @param line the line on which the part begins, counted from 0
     * @param column the column at which it begins, counted from 0
     */
    record Section(int line, int column, SourceMap map) {}

    /** A place in an original file. */
    record Original(String source, SourcePosition at) {}

    /** The map is not one, or does not fit together. */
    static final class DamagedMapException extends Exception {
        private static final long serialVersionUID = 1;

        DamagedMapException(String message) {
            super(message);
        }
    }

    /** Returns the place that a place of the generated file comes from; empty where the map has none. */
    Optional<Original> original(SourcePosition generated) throws DamagedMapException {
        return original(generated.line() - 1, generated.column() - 1);
    }

    private Optional<Original> original(int line, int column) throws DamagedMapException {
        Section last = null;
        for (Section section : sections) {
            if (section.line() < line || (section.line() == line && section.column() <= column)) {
                last = section;
            }
        }
        if (last != null) {
            int inner = last.line() == line ? column - last.column() : column;
            return last.map().original(line - last.line(), inner);
        }
        return mapped(line, column);
    }

    /** Decodes the mappings up to a line, and in it the last segment at or in front of a column. */
    private Optional<Original> mapped(int line, int column) throws DamagedMapException {
        long[] fields = new long[FIELDS];
        long[] best = new long[0];
        int currentLine = 0;
        int count = 0;
        int i = 0;
        while (i <= mappings.length()) {
            char c = i == mappings.length() ? ';' : mappings.charAt(i);
            if (c == ',' || c == ';') {
                if (currentLine == line && count > 0 && fields[0] <= column) {
                    best = count >= 4 ? fields.clone() : new long[0];
                }
                count = 0;
                if (c == ';') {
                    if (currentLine == line) {
                        return place(best);
                    }
                    currentLine++;
                    fields[0] = 0;
                }
                i++;
                continue;
            }
            if (count == FIELDS) {
                throw new DamagedMapException("a segment has more than five fields");
            }
            i = field(i, fields, count++);
        }
        return Optional.empty();
    }

    /** Adds the number at a position to a field; returns the position behind it. */
    private int field(int start, long[] fields, int index) throws DamagedMapException {
        long value = 0;
        int shift = 0;
        int i = start;
        while (true) {
            int digit = i < mappings.length() ? DIGITS.indexOf(mappings.charAt(i)) : -1;
            if (digit < 0 || shift > 30) {
                throw new DamagedMapException("its mappings are no Base64 VLQ");
            }
            value |= (long) (digit & 31) << shift;
            shift += 5;
            i++;
            if ((digit & 32) == 0) {
                break;
            }
        }
        fields[index] += (value & 1) == 1 ? -(value >> 1) : value >> 1;
        if (fields[index] < 0 || fields[index] > Integer.MAX_VALUE - 1) {
            throw new DamagedMapException("its mappings lead to a negative or too large place");
        }
        return i;
    }

    private Optional<Original> place(long[] segment) throws DamagedMapException {
        if (segment.length == 0) {
            return Optional.empty();
        }
        if (segment[1] >= sources.size()) {
            throw new DamagedMapException("its mappings name a source that it does not list");
        }
        SourcePosition at = new SourcePosition((int) segment[2] + 1, (int) segment[3] + 1);
        return Optional.of(new Original(sources.get((int) segment[1]), at));
    }
}
