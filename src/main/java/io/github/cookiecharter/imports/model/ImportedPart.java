package io.github.cookiecharter.imports.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A part of a declaration, such as a service: what is told of its keys, and remarks for its author. What is told first
 * counts; what is told otherwise later becomes a remark.
 */
public final class ImportedPart {

    private final Map<String, Told> keys = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    /** Tells a key, unless it is told already. */
    public ImportedPart put(String key, Told told) {
        keys.putIfAbsent(key, told);
        return this;
    }

    /** Tells a key without doubt, unless it is told already or the text is empty. */
    public ImportedPart put(String key, String text) {
        return text.isEmpty() ? this : put(key, Told.of(text));
    }

    /** Tells a flag, if it is known. */
    public ImportedPart put(String key, Optional<Boolean> flag) {
        return flag.isPresent() ? put(key, Told.of(flag.get())) : this;
    }

    /** Tells a key in place of what is told already. */
    public void replace(String key, Told told) {
        keys.put(key, told);
    }

    /** Takes back what is told of a key. */
    public Optional<Told> remove(String key) {
        return Optional.ofNullable(keys.remove(key));
    }

    /** Adds a remark, once. */
    public ImportedPart note(String note) {
        if (!note.isEmpty() && !notes.contains(note)) {
            notes.add(note);
        }
        return this;
    }

    /** Returns what is told of a key. */
    public Optional<Told> get(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    /** Returns the text that is told of a key; the empty one if there is none. */
    public String text(String key) {
        return get(key).map(Told::words).orElse("");
    }

    /** Returns the keys that are told. */
    public List<String> keys() {
        return List.copyOf(keys.keySet());
    }

    /** Returns the remarks. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Adds what another file tells of the same part. What the author would have to look at gives way to what a file tells
     * without doubt.
     *
     * @param source what the other file is called, for remarks on differences
     */
    public void merge(ImportedPart other, String source) {
        other.notes.forEach(this::note);
        other.keys.forEach((key, told) -> {
            Told mine = keys.get(key);
            if (mine == null) {
                keys.put(key, told);
            } else if (!mine.sameValue(told)) {
                boolean better = mine.review().isPresent() && told.review().isEmpty();
                keys.put(key, better ? told : mine);
                if (told.review().isEmpty() && mine.review().isEmpty()) {
                    note(source + " says otherwise: " + key + ": " + told.words());
                }
            } else if (mine.review().isPresent() && told.review().isEmpty()) {
                keys.put(key, told);
            }
        });
    }
}
