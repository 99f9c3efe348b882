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
    private static final int MIN_LONG_WORD = 4;
    // In a language without a list of generic words, so many long ones must stand beside a vague phrase to explain it.
    private static final int MANY_LONG_WORDS = 7;
    // Each phrase has a blank on both sides, so that only whole words match; none where words have no blanks between
    // them.
    private static final Map<String, List<Phrase>> BY_LANGUAGE = read();

    private VaguePhrases() {}

    /** Reads the data if it is not loaded yet. */
    public static void prepare() {
        // Loading the class reads the data.
    }

    /**
     * A vague phrase.
     *
     * @param text as the data has it
     * @param pattern what a normalised text contains if it has the phrase
     */
    private record Phrase(String text, String pattern) {

        private static Phrase of(String text) {
            boolean isStart = text.endsWith("*");
            String words = isStart ? text.substring(0, text.length() - 1) : text;
            String normalized = normalize(words);
            return new Phrase(
                    words,
                    isWrittenWithoutSpaces(text.charAt(0))
                            ? normalized.strip()
                            : isStart ? normalized.stripTrailing() : normalized);
        }
    }

    private static Map<String, List<Phrase>> read() {
        Map<String, List<Phrase>> byLanguage = new HashMap<>();
        for (List<String> row : RuleData.table("phrases.txt")) {
            byLanguage
                    .computeIfAbsent(row.get(0), language -> new ArrayList<>())
                    .add(Phrase.of(row.get(1)));
        }
        return byLanguage;
    }

    /** The languages with phrases. */
    static List<String> languages() {
        return List.copyOf(BY_LANGUAGE.keySet());
    }

    /** Returns the first vague phrase in a text that says little besides. */
    public static Optional<String> findIn(String text, String language) {
        int hyphen = language.indexOf('-');
        String base = hyphen < 0 ? language : language.substring(0, hyphen);
        List<Phrase> phrases = BY_LANGUAGE.getOrDefault(base, List.of());
        String normalized = normalize(text);
        String rest = normalized;
        Optional<String> first = Optional.empty();
        for (Phrase phrase : phrases) {
            if (normalized.contains(phrase.pattern())) {
                first = first.isPresent() ? first : Optional.of(phrase.text());
                rest = rest.replace(phrase.pattern(), " ");
            }
        }
        return first.isPresent() && isConcrete(rest, base) ? Optional.empty() : first;
    }

    // Whether what a text says besides its vague phrases tells what the cookie does.
    private static boolean isConcrete(String rest, String language) {
        List<String> generic = TextWords.words(TextWords.Subject.GENERIC, language);
        int words = 0;
        for (String word : rest.strip().split(" ")) {
            // Two characters stand for a word where words have no blanks between them.
            words += word.codePoints().anyMatch(VaguePhrases::isWrittenWithoutSpaces)
                    ? word.length() / 2
                    : counts(word, generic) ? 1 : 0;
        }
        return generic.isEmpty()
                ? words >= MANY_LONG_WORDS
                : words >= MIN_WORDS
                        && TextWords.find(TextWords.Subject.CONCRETE, rest, language)
                                .isPresent();
    }

    private static boolean counts(String word, List<String> generic) {
        return generic.isEmpty() ? word.length() >= MIN_LONG_WORD : !generic.contains(word);
    }

    // Lower case, one blank around each word, no punctuation; an apostrophe parts words, as in the French
    // "d'améliorer".
    private static String normalize(String text) {
        char[] lower = text.toLowerCase(Locale.ROOT).toCharArray();
        char[] normalized = new char[lower.length + 2];
        normalized[0] = ' ';
        int length = 1;
        for (char original : lower) {
            // The lower case of a Turkish İ has a mark of its own.
            if (Character.getType(original) == Character.NON_SPACING_MARK) {
                continue;
            }
            boolean inWord =
                    (original >= 'a' && original <= 'z') || Character.isLetterOrDigit(original) || original == '-';
            if (inWord || normalized[length - 1] != ' ') {
                normalized[length++] = inWord ? original : ' ';
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
