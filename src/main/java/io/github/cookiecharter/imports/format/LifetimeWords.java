package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.model.DataTable;
import java.text.Normalizer;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words for lifetimes in many languages, from {@code lifetime-words.txt}. */
final class LifetimeWords {

    private static final LifetimeWords ALL = new LifetimeWords();

    private final Map<String, Set<String>> groups = new HashMap<>();
    private final Map<String, ChronoUnit> units = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();

    private LifetimeWords() {
        for (List<String> row : DataTable.cells(LifetimeWords.class, "lifetime-words.txt")) {
            String group = row.get(0);
            for (String written : DataTable.split(row.get(1), ',')) {
                String word = fold(written);
                if (group.startsWith("number ")) {
                    numbers.put(word, Long.parseLong(group.substring("number ".length())));
                } else {
                    groups.computeIfAbsent(group, key -> new HashSet<>()).add(word);
                }
            }
        }
        for (ChronoUnit unit : LifetimeText.UNITS) {
            String name = unit.name().toLowerCase(Locale.ROOT);
            for (String word : groups.getOrDefault(name.substring(0, name.length() - 1), Set.of())) {
                units.putIfAbsent(word, unit);
            }
        }
    }

    static LifetimeWords all() {
        return ALL;
    }

    /** Returns the words of a group. */
    Set<String> group(String name) {
        return groups.getOrDefault(name, Set.of());
    }

    /** Returns the words of a group, the longest first. */
    List<String> longestFirst(String name) {
        List<String> words = new ArrayList<>(group(name));
        words.sort(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        return words;
    }

    /** Returns the units by their words. */
    Map<String, ChronoUnit> units() {
        return Map.copyOf(units);
    }

    /** Returns the numbers by their words. */
    Map<String, Long> numbers() {
        return Map.copyOf(numbers);
    }

    /** Returns a text without case and accents, with ASCII digits and single blanks. */
    static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder();
        plain.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (Character.isDigit(c)) {
                out.append(Character.digit(c, 10));
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                out.append(' ');
            } else if (type != Character.FORMAT && type != Character.CONTROL && !isAccent(c)) {
                out.appendCodePoint(c);
            }
        });
        String folded = Normalizer.normalize(out, Normalizer.Form.NFC);
        return folded.replaceAll(" +", " ").strip();
    }

    // Accents of Latin, Greek and Cyrillic letters; the marks of other scripts make other letters.
    private static boolean isAccent(int c) {
        return c >= 0x300 && c <= 0x36F;
    }
}
