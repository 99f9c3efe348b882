package io.github.cookiecharter.model.diagnostic;

import java.util.Map;

/**
 * The positions of an entry of the declaration and of its keys, so that later checks can report the exact line.
 *
 * @param entry where the entry begins: its key, or the start of its list item
 * @param keys where the value of each key begins, by key
 */
public record SourcePositions(SourcePosition entry, Map<String, SourcePosition> keys) {

    /** The positions of an entry that the plugin adds and the declaration does not contain. */
    public static final SourcePositions NONE = new SourcePositions(SourcePosition.START, Map.of());

    public SourcePositions {
        keys = Map.copyOf(keys);
    }

    /** Returns whether the plugin added the entry, so that the declaration does not contain it. */
    public boolean isNone() {
        return keys.isEmpty() && entry.compareTo(SourcePosition.START) == 0;
    }

    /** Returns the position of this key's value, or that of the entry if it lacks the key. */
    public SourcePosition of(String key) {
        return keys.getOrDefault(key, entry);
    }
}
