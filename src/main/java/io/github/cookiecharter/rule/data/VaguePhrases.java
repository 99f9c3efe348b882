package io.github.cookiecharter.rule.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Phrases that fit any cookie and so describe none: the data in {@code phrases.txt}. */
public final class VaguePhrases {

    private static final int FEWEST_WORDS = 3;
    // Each with a blank around it, so that it is found as whole words alone.
    private static final Map<String, List<String>> BY_LANGUAGE = read();

    private VaguePhrases() {}

    /** Reads the data, unless that has been done. */
    public static void prepare() {
        // Done as soon as the class is there.
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> byLanguage = new HashMap<>();
        for (List<String> row : RuleData.table("phrases.txt")) {
            List<String> phrases = byLanguage.getOrDefault(row.get(0), new ArrayList<>());
            phrases.add(" " + row.get(1) + " ");
            byLanguage.put(row.get(0), phrases);
        }
        return byLanguage;
    }

    /** The languages with phrases. */
    static List<String> languages() {
        return List.copyOf(BY_LANGUAGE.keySet());
    }

    /** The phrase that stands in a text. */
    public static Optional<String> in(String text, String language) {
        int hyphen = language.indexOf('-');
        List<String> phrases = BY_LANGUAGE.get(hyphen < 0 ? language : language.substring(0, hyphen));
        if (phrases == null) {
            return Optional.empty();
        }
        String plain = plain(text);
        for (String phrase : phrases) {
            if (plain.contains(phrase)) {
                return Optional.of(phrase.strip());
            }
        }
        return Optional.empty();
    }

    // As the phrases are written: lower case, straight apostrophes, one blank around each word and no punctuation.
    private static String plain(String text) {
        char[] lower = text.toLowerCase(Locale.ROOT).toCharArray();
        char[] plain = new char[lower.length + 2];
        plain[0] = ' ';
        int length = 1;
        for (char written : lower) {
            char c = written == '\u2019' ? '\'' : written;
            boolean inWord = (c >= 'a' && c <= 'z') || Character.isLetterOrDigit(c) || c == '\'' || c == '-';
            if (inWord || plain[length - 1] != ' ') {
                plain[length++] = inWord ? c : ' ';
            }
        }
        if (plain[length - 1] != ' ') {
            plain[length++] = ' ';
        }
        return new String(plain, 0, length);
    }

    /** Whether a text has fewer than three words; in a script that sets no blanks between words nobody can tell. */
    public static boolean isTooShort(String text) {
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && hasNoBlanks(c)) {
                return false;
            }
            if (words == FEWEST_WORDS) {
                return false;
            }
            boolean joins = inWord && (c == '\'' || c == '\u2019' || c == '-');
            if (letter && !inWord) {
                words++;
            }
            inWord = letter || joins;
            i += Character.charCount(c) - 1;
        }
        return words < FEWEST_WORDS;
    }

    private static boolean hasNoBlanks(int letter) {
        return letter > 0x0E00
                && switch (Character.UnicodeScript.of(letter)) {
                    case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
                    default -> false;
                };
    }
}
