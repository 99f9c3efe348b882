package io.github.cookiecharter.rule.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Phrases that fit any cookie and so describe none: the data in {@code phrases.txt}. */
public final class VaguePhrases {

    private static final int MIN_WORDS = 3;
    // Each phrase has a blank on both sides, so that only whole words match.
    private static final Map<String, List<String>> BY_LANGUAGE = read();

    private VaguePhrases() {}

    /** Reads the data if it is not loaded yet. */
    public static void prepare() {
        // Loading the class reads the data.
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> byLanguage = new HashMap<>();
        for (List<String> row : RuleData.table("phrases.txt")) {
            byLanguage
                    .computeIfAbsent(row.get(0), language -> new ArrayList<>())
                    .add(" " + row.get(1) + " ");
        }
        return byLanguage;
    }

    /** The languages with phrases. */
    static List<String> languages() {
        return List.copyOf(BY_LANGUAGE.keySet());
    }

    /** Returns the first vague phrase in a text. */
    public static Optional<String> findIn(String text, String language) {
        int hyphen = language.indexOf('-');
        List<String> phrases = BY_LANGUAGE.get(hyphen < 0 ? language : language.substring(0, hyphen));
        if (phrases == null) {
            return Optional.empty();
        }
        String normalized = normalize(text);
        for (String phrase : phrases) {
            if (normalized.contains(phrase)) {
                return Optional.of(phrase.strip());
            }
        }
        return Optional.empty();
    }

    // Normalises to the form of the phrases: lower case, straight apostrophes, one blank around each word, no
    // punctuation.
    private static String normalize(String text) {
        char[] lower = text.toLowerCase(Locale.ROOT).toCharArray();
        char[] normalized = new char[lower.length + 2];
        normalized[0] = ' ';
        int length = 1;
        for (char original : lower) {
            char c = original == '\u2019' ? '\'' : original;
            boolean inWord = (c >= 'a' && c <= 'z') || Character.isLetterOrDigit(c) || c == '\'' || c == '-';
            if (inWord || normalized[length - 1] != ' ') {
                normalized[length++] = inWord ? c : ' ';
            }
        }
        if (normalized[length - 1] != ' ') {
            normalized[length++] = ' ';
        }
        return new String(normalized, 0, length);
    }

    /**
     * Returns whether a text has fewer than three words. Always false for a script that separates words without blanks,
     * since its words cannot be counted.
     */
    public static boolean isTooShort(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && isWrittenWithoutSpaces(c)) {
                return false;
            }
            if (words == MIN_WORDS) {
                return false;
            }
            boolean joinsWord = inWord && (c == '\'' || c == '\u2019' || c == '-');
            if (letter && !inWord) {
                words++;
            }
            inWord = letter || joinsWord;
            i += Character.charCount(c) - 1;
        }
        return words < MIN_WORDS;
    }

    static boolean isWrittenWithoutSpaces(int letter) {
        return letter > 0x0E00
                && switch (Character.UnicodeScript.of(letter)) {
                    case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
                    default -> false;
                };
    }
}
