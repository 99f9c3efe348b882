package io.github.cookiecharter.scan.javascript.syntax;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Arrays;

/** Turns offsets in a text into lines and columns. */
public final class Lines {

    private final int[] starts;

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

    public SourcePosition at(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new SourcePosition(line + 1, offset - starts[line] + 1);
    }
}
