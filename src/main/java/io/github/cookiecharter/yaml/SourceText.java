package io.github.cookiecharter.yaml;

import io.github.cookiecharter.model.diagnostic.SourcePosition;
import java.util.Arrays;

/**
 * The text of a file, with conversion between the positions of the YAML parser, offsets, and the positions of editors.
 */
public final class SourceText {

    // Characters that misled the YAML parser are replaced one to one by stand-ins from the private use area, so that
    // the rest can be parsed and all offsets stay the same.
    private static final char STAND_INS = '\uF800';

    private final String text;
    private final String file;
    private final boolean repaired;
    private final int[] lines;
    private int cursorLine;
    private int cursorColumn;
    private int cursor;

    SourceText(String text) {
        this(text, "");
    }

    /**
     * The text of a file.
     *
     * @param file its name; empty for the declaration itself
     */
    SourceText(String text, String file) {
        this(text, file, false, lineStarts(text));
    }

    private SourceText(String text, String file, boolean repaired, int[] lines) {
        this.text = text;
        this.file = file;
        this.repaired = repaired;
        this.lines = lines;
    }

    public String text() {
        return text;
    }

    public int length() {
        return text.length();
    }

    /** Returns the character at an offset, or a line feed outside the text. */
    char charAt(int offset) {
        return offset >= 0 && offset < text.length() ? text.charAt(offset) : '\n';
    }

    /** Returns the rest of the line from an offset on, without its line break. */
    String restOfLine(int offset) {
        int end = offset;
        while (end < text.length() && charAt(end) != '\n' && charAt(end) != '\r') {
            end++;
        }
        return text.substring(Math.min(offset, text.length()), end);
    }

    int startOfLine(int offset) {
        int start = Math.min(offset, text.length());
        while (start > 0 && charAt(start - 1) != '\n' && charAt(start - 1) != '\r') {
            start--;
        }
        return start;
    }

    /** Returns the offset of the first character on the line that is neither space nor tab. */
    int startOfContent(int offset) {
        int start = startOfLine(offset);
        while (charAt(start) == ' ' || charAt(start) == '\t') {
            start++;
        }
        return start;
    }

    /**
     * Returns the offset of a position of the parser: lines from 1, columns from 1 in code points. Fast as long as
     * positions increase.
     */
    int offset(int line, int column) {
        int start = lines[Math.max(0, Math.min(line - 1, lines.length - 1))];
        if (line != cursorLine || column < cursorColumn) {
            cursorLine = line;
            cursorColumn = 1;
            cursor = start;
        }
        while (cursorColumn < column && cursor < text.length()) {
            int c = text.codePointAt(cursor);
            cursor += Character.charCount(c);
            cursorColumn++;
        }
        return cursor;
    }

    /** Returns the position of an offset as editors show it. */
    public SourcePosition position(int offset) {
        int within = Math.max(0, Math.min(offset, text.length()));
        int found = Arrays.binarySearch(lines, within);
        int line = found >= 0 ? found : -found - 2;
        return new SourcePosition(line + 1, within - lines[line] + 1, file);
    }

    /** Returns this text with stand-ins for the ASCII characters at these offsets. */
    SourceText withStandIns(int... offsets) {
        char[] characters = text.toCharArray();
        for (int offset : offsets) {
            if (offset >= 0 && offset < characters.length && characters[offset] < 0x80) {
                characters[offset] = (char) (STAND_INS + characters[offset]);
            }
        }
        return new SourceText(new String(characters), file, true, lines);
    }

    /** Returns this text with spaces in a range of offsets, whose end is exclusive. */
    SourceText withSpaces(int from, int to) {
        char[] characters = text.toCharArray();
        Arrays.fill(characters, from, to, ' ');
        return new SourceText(new String(characters), file, repaired, lines);
    }

    /** Returns this source with another text of the same length and the same lines. */
    SourceText withText(String sameLength) {
        return new SourceText(sameLength, file, repaired, lines);
    }

    /** Returns whether a part of the text contains a stand-in. */
    boolean containsStandIn(String part) {
        if (!repaired) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if (isStandIn(part.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns a part of the text with the original characters instead of stand-ins. */
    String asWritten(String part) {
        if (!containsStandIn(part)) {
            return part;
        }
        char[] characters = part.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (isStandIn(characters[i])) {
                characters[i] -= STAND_INS;
            }
        }
        return new String(characters);
    }

    private static boolean isStandIn(char c) {
        return c > STAND_INS && c < STAND_INS + 0x80;
    }

    private static int[] lineStarts(String text) {
        boolean lineFeedsOnly = text.indexOf('\r') < 0;
        int[] starts = new int[16];
        int count = 1;
        int end = lineFeedsOnly ? text.indexOf('\n') : endOfLine(text, 0);
        while (end >= 0) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = end + 1;
            end = lineFeedsOnly ? text.indexOf('\n', end + 1) : endOfLine(text, end + 1);
        }
        return Arrays.copyOf(starts, count);
    }

    // A carriage return ends a line only if no line feed follows.
    private static int endOfLine(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                return i;
            }
        }
        return -1;
    }
}
