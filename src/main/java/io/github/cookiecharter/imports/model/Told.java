package io.github.cookiecharter.imports.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is told of a key of the declaration. */
public sealed interface Told {

    /** Returns why the author has to look at it; empty if the file tells it without doubt. */
    Optional<String> review();

    /**
     * A text, a keyword, a lifetime or a flag.
     *
     * @param text as the declaration writes it, without quotes
     */
    record Text(String text, Optional<String> review) implements Told {}

    /**
     * A list of texts.
     *
     * @param items at least one
     */
    record Items(List<String> items, Optional<String> review) implements Told {

        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A text in several languages, or further keys.
     *
     * @param byKey the texts by language or key, at least one
     */
    record Texts(Map<String, String> byKey, Optional<String> review) implements Told {

        public Texts {
            byKey = new LinkedHashMap<>(byKey);
        }

        /** Returns the texts in their order. */
        @Override
        public Map<String, String> byKey() {
            return new LinkedHashMap<>(byKey);
        }
    }

    /** Returns a text that the file tells. */
    static Told of(String text) {
        return new Text(text, Optional.empty());
    }

    /** Returns a flag that the file tells. */
    static Told of(boolean flag) {
        return of(Boolean.toString(flag));
    }

    /** Returns items that the file tells. */
    static Told of(List<String> items) {
        return items.size() == 1 ? of(items.get(0)) : new Items(items, Optional.empty());
    }

    /**
     * Returns a text that the author has to look at.
     *
     * @param why why, as the end of a sentence; may be empty
     */
    static Told review(String text, String why) {
        return new Text(text, Optional.of(why));
    }

    /** Returns the value as one line, for comments. */
    default String words() {
        if (this instanceof Text text) {
            return text.text();
        }
        return this instanceof Items items
                ? String.join(", ", items.items())
                : String.join(" / ", ((Texts) this).byKey().values());
    }

    /** Returns whether the other tells the same value. */
    default boolean sameValue(Told other) {
        if (this instanceof Texts texts && other instanceof Texts others) {
            return texts.byKey().equals(others.byKey());
        }
        return words().equals(other.words());
    }
}
