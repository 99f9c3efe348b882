package io.github.cookiecharter.scan.config.reader;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Arrays;

/** Turns an index in a text into line and column. */
public final class Lines {

    private final int[] starts;

    public Lines(String text) {
        int[] found = new int[64];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        this.starts = Arrays.copyOf(found, count);
    }

    /** The place of a character. */
    public SourcePosition at(int index) {
        int found = Arrays.binarySearch(starts, index);
        int line = found >= 0 ? found : -found - 2;
        return new SourcePosition(line + 1, index - starts[line] + 1);
    }
}
