package io.github.cookiecharter.model.diagnostic;

import java.util.Map;

/**
 * Where an entry of the declaration and each of its keys were written, so that whoever finds fault with the entry
 * later can point at the very line.
 *
 * @param entry where the entry begins: its own key, or the start of its list item
 * @param keys where the value of each key begins, by the key's name
 */
public record SourcePositions(SourcePosition entry, Map<String, SourcePosition> keys) {

    /** The places of something that the plugin added by itself. */
    public static final SourcePositions NONE = new SourcePositions(SourcePosition.START, Map.of());

    public SourcePositions {
        keys = Map.copyOf(keys);
    }

    /** Whether nothing was written: the plugin added the entry by itself. */
    public boolean isNone() {
        return keys.isEmpty() && entry.compareTo(SourcePosition.START) == 0;
    }

    /** Where the value of this key was written, or where the entry begins if the key was not. */
    public SourcePosition of(String key) {
        return keys.getOrDefault(key, entry);
    }
}
