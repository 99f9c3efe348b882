package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.model.DataTable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Recognises what a text speaks of, by the beginnings of words in {@code words.txt}. */
public final class TextWords {

    private static final Map<String, List<String>> BY_LANGUAGE_AND_SUBJECT = read();

    private TextWords() {}

    /** What a text can speak of. */
    public enum Subject {
        ADVERTISING,
        CHOICE,
        ASKED,
        PURPOSE,
        REFUSAL,
        INTEREST,
        CONCRETE,
        GENERIC
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> words = new HashMap<>();
        for (List<String> row : RuleData.table("words.txt")) {
            words.put(row.get(0) + " " + row.get(1), List.copyOf(DataTable.split(row.get(2), ',')));
        }
        return words;
    }

    /** Returns whether a text in a language can be judged about a subject. */
    public static boolean knows(Subject subject, String language) {
        return !beginnings(subject, language).isEmpty();
    }

    /** Returns the first beginning of a subject's words that the text has; empty if the language has none. */
    public static Optional<String> find(Subject subject, String text, String language) {
        String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replaceAll("\\s+", " ");
        for (String beginning : beginnings(subject, language)) {
            for (int at = lower.indexOf(beginning); at >= 0; at = lower.indexOf(beginning, at + 1)) {
                if (isStartOfWord(lower, at)) {
                    return Optional.of(beginning);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the words of a subject, as they stand in the data. */
    static List<String> words(Subject subject, String language) {
        return beginnings(subject, language);
    }

    // Chinese and Japanese write no blanks between words, so any place is a start there.
    private static boolean isStartOfWord(String text, int at) {
        return at == 0
                || !Character.isLetterOrDigit(text.charAt(at - 1))
                || VaguePhrases.isWrittenWithoutSpaces(text.charAt(at));
    }

    private static List<String> beginnings(Subject subject, String language) {
        int hyphen = language.indexOf('-');
        String base = hyphen < 0 ? language : language.substring(0, hyphen);
        return BY_LANGUAGE_AND_SUBJECT.getOrDefault(base + " " + subject.name().toLowerCase(Locale.ROOT), List.of());
    }
}
