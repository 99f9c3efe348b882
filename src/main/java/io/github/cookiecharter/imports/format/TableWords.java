package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words of tables of cookies in many languages, from {@code table-words.txt}. */
final class TableWords {

    /** What a word for a category means that some tools use for necessary cookies and others for preferences. */
    static final String UNSURE = "unsure";

    private static final TableWords ALL = new TableWords();

    private final Map<String, Map<String, String>> meanings = new HashMap<>();

    private TableWords() {
        for (List<String> row : DataTable.cells(TableWords.class, "table-words.txt")) {
            int blank = row.get(0).indexOf(' ');
            Map<String, String> group =
                    meanings.computeIfAbsent(row.get(0).substring(0, blank), key -> new HashMap<>());
            for (String word : DataTable.split(row.get(1), ',')) {
                group.putIfAbsent(letters(word), row.get(0).substring(blank + 1));
            }
        }
    }

    static TableWords all() {
        return ALL;
    }

    /** Returns the column that a head stands for. */
    Optional<String> column(String head) {
        return meaning("head", head);
    }

    /** Returns the id of the built-in category, or {@link #UNSURE}. */
    Optional<String> category(String word) {
        return meaning("category", word);
    }

    Optional<Kind> kind(String word) {
        Optional<String> known = meaning("kind", word);
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(known.orElse(""))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    Optional<Boolean> flag(String word) {
        return meaning("flag", word).map(Boolean::valueOf);
    }

    private Optional<String> meaning(String group, String word) {
        return Optional.ofNullable(meanings.getOrDefault(group, Map.of()).get(letters(word)));
    }

    // Letters, digits and signs without those that tools put between words.
    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        LifetimeWords.fold(text)
                .codePoints()
                .filter(c -> " _-/.:'\"()&*".indexOf(c) < 0)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
