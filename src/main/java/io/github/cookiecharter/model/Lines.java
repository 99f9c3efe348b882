package io.github.cookiecharter.model;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Arrays;

/** Turns offsets in a text into lines and columns. */
public final class Lines {

    private final int[] starts;

    /** The lines of a text; they end at a line feed, a carriage return, or both together. */
    public Lines(String text) {
        int[] found = new int[64];
        int size = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
            if (ends) {
                if (size == found.length) {
                    found = Arrays.copyOf(found, size * 2);
                }
                found[size++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, size);
    }

    /** The line and column of an offset. */
    public SourcePosition at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new SourcePosition(line + 1, offset - starts[line] + 1);
    }
}
