package io.github.cookiecharter.language;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What can be said of a translation without knowing its language. It needs the JDK alone, so that a translator may run
 * it as {@code java src/test/java/io/github/cookiecharter/language/TranslationCheck.java <tag>}; {@link LanguagesTest}
 * runs the same.
 */
final class TranslationCheck {

    private static final Path TEXTS = Path.of("src/main/resources/io/github/cookiecharter/language");
    private static final Path NOTES = Path.of("src/test/resources/io/github/cookiecharter/language/notes");

    /** The sentences that each language's notes translate back into English. */
    static final List<String> KEY_SENTENCES = List.of(
            "policy.consent-necessary",
            "policy.consent-required",
            "policy.kinds-statistics-text",
            "policy.choices-banner",
            "banner.description",
            "banner.accept-all",
            "banner.reject-all",
            "banner.frame-text");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
    private static final Pattern ENGLISH =
            Pattern.compile("(?i)(?<!\\p{L})(the|and|your|you|with|which|this|these|without|when|from|only)(?!\\p{L})");
    private static final Pattern LOOSE_LETTER = Pattern.compile("(?i)(?<![\\p{L}’])[kvszouaiw] ");
    private static final Pattern FRENCH_BARE = Pattern.compile("[^\u00a0][:;?!»]|«[^\u00a0]");
    // Québec's office of the French language sets no space before ; ? !
    private static final Pattern CANADIAN_BARE = Pattern.compile("[^\u00a0][:»]|«[^\u00a0]|[\u00a0\u202f ][;?!]");
    private static final Set<String> NO_LOOSE_LETTER = Set.of("cs", "sk", "pl");
    private static final Set<String> ONCE = Set.of("{link}", "{cookie}", "{date}");
    private static final int LONGEST_BUTTON = 34;
    private static final Set<String> BUTTONS = Set.of(
            "banner.accept-all",
            "banner.reject-all",
            "banner.accept",
            "banner.reject",
            "banner.manage",
            "banner.save",
            "banner.close",
            "banner.reopen",
            "banner.frame-load",
            "banner.frame-manage");

    /** The quotation marks that each language may use; the others use {@code “ ”}. */
    private static final Map<String, String> QUOTES = Map.ofEntries(
            Map.entry("bg", "„“"),
            Map.entry("ca", "«»“”"),
            Map.entry("cs", "„“"),
            Map.entry("da", "»«”“"),
            Map.entry("de", "„“"),
            Map.entry("de-CH", "«»"),
            Map.entry("el", "«»"),
            Map.entry("en", "“”"),
            Map.entry("es", "«»“”"),
            Map.entry("et", "„“"),
            Map.entry("eu", "«»“”"),
            Map.entry("fi", "”"),
            Map.entry("fr", "«»"),
            Map.entry("gl", "«»“”"),
            Map.entry("hr", "„”“"),
            Map.entry("hu", "„”"),
            Map.entry("is", "„“"),
            Map.entry("it", "«»“”"),
            Map.entry("lt", "„“"),
            Map.entry("lv", "„”“"),
            Map.entry("nb", "«»"),
            Map.entry("nn", "«»"),
            Map.entry("pl", "„”"),
            Map.entry("pt", "«»“”"),
            Map.entry("ro", "„”"),
            Map.entry("sk", "„“"),
            Map.entry("sl", "„“»«"),
            Map.entry("sv", "”"));

    private final String tag;
    private final Properties english;
    private final Properties texts;
    // Of a region: its own texts, and those of its language where it has none.
    private final Properties shown = new Properties();
    private final Properties notes;
    private final List<String> problems = new ArrayList<>();

    private TranslationCheck(String tag, Properties english, Properties texts, Properties notes) {
        this.tag = tag;
        this.english = english;
        this.texts = texts;
        if (!base().equals(tag)) {
            shown.putAll(read(TEXTS, base()));
        }
        shown.putAll(texts);
        this.notes = notes;
    }

    /** Prints what is wrong with the named languages, and ends with an error if anything is. */
    public static void main(String[] tags) {
        int count = 0;
        for (String tag : tags) {
            List<String> problems = problems(tag);
            problems.forEach(problem -> System.out.println(tag + ": " + problem));
            System.out.println(tag + ": " + problems.size() + " problems");
            count += problems.size();
        }
        System.exit(count == 0 ? 0 : 1);
    }

    /** What is wrong with a language's texts and notes; run in the project's folder. */
    static List<String> problems(String tag) {
        Properties notes = Files.exists(NOTES.resolve(tag + ".properties")) ? read(NOTES, tag) : new Properties();
        return new TranslationCheck(tag, read(TEXTS, "en"), read(TEXTS, tag), notes).run();
    }

    private static Properties read(Path folder, String tag) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(tag + ".properties"))) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    /** Whether a language may have this text or not, as its grammar wants it. */
    static boolean isFree(String key) {
        return key.startsWith("plural.")
                || key.startsWith("unit.")
                || key.startsWith("date.day.")
                || key.startsWith("list.last-other")
                || key.equals("list.pair");
    }

    private List<String> run() {
        boolean regional = tag.indexOf('-') > 0;
        Set<String> expected = keys(english);
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(keys(texts));
        if (!regional) {
            missing.forEach(key -> problems.add("missing: " + key + " (" + english.getProperty(key) + ")"));
        }
        for (String key : keys(texts)) {
            if (!expected.contains(key)) {
                problems.add("not a text: " + key);
            }
        }
        for (String key : keys(shown)) {
            if (expected.contains(key) && isProse(key)) {
                check(key, shown.getProperty(key), english.getProperty(key));
            }
        }
        if (regional) {
            reportRepetitions();
        }
        if (!base().equals("en")) {
            reportEnglish();
        }
        if (!regional && !tag.equals("en")) {
            reportBackTranslations();
        }
        return problems;
    }

    private static Set<String> keys(Properties properties) {
        Set<String> keys = new TreeSet<>(properties.stringPropertyNames());
        keys.removeIf(TranslationCheck::isFree);
        return keys;
    }

    private static boolean isProse(String key) {
        return !key.startsWith("language.")
                && !key.startsWith("number.")
                && !key.startsWith("list.")
                && !key.startsWith("date.")
                && !key.startsWith("month.");
    }

    private void check(String key, String text, String original) {
        if (!new TreeSet<>(placeholders(text)).equals(new TreeSet<>(placeholders(original)))) {
            problem(key, "has the placeholders " + placeholders(text) + " instead of " + placeholders(original));
        }
        for (String once : ONCE) {
            if (placeholders(text).stream().filter(once::equals).count() > 1) {
                problem(key, "may contain " + once + " only once");
            }
        }
        for (String bad : List.of("'", "\"", "...", "  ", " - ", "\t", " \u00a0", "\u00a0 ", "`", "´")) {
            if (text.contains(bad)) {
                problem(key, "contains [" + bad + "]");
            }
        }
        if (!text.equals(text.strip()) || text.isEmpty()) {
            problem(key, "is empty, or begins or ends with a space");
        }
        String quotes = QUOTES.getOrDefault(tag, QUOTES.getOrDefault(base(), "“”")) + "’";
        text.codePoints()
                .filter(each -> "„“”«»‹›‚‘".indexOf(each) >= 0 && quotes.indexOf(each) < 0)
                .forEach(each -> problem(key, "contains the quotation mark " + Character.toString(each)));
        if (tag.equals("fr-CA") && CANADIAN_BARE.matcher(text).find()) {
            problem(key, "has no unbreakable space before : » or after «, or has a space before ; ? !");
        } else if (base().equals("fr")
                && !tag.equals("fr-CA")
                && FRENCH_BARE.matcher(text).find()) {
            problem(key, "has no unbreakable space before : ; ? ! » or after «");
        }
        if (tag.equals("de-CH") && text.contains("ß")) {
            problem(key, "contains ß");
        }
        if (NO_LOOSE_LETTER.contains(base()) && LOOSE_LETTER.matcher(text).find()) {
            problem(key, "has a one-letter word without an unbreakable space after it");
        }
        if (ending(text) != ending(original)) {
            problem(key, "ends with another punctuation mark than the English text");
        }
        if (BUTTONS.contains(key) && text.length() > LONGEST_BUTTON) {
            problem(key, "is a button's label and has " + text.length() + " characters");
        }
        Character.UnicodeScript script = base().equals("bg")
                ? Character.UnicodeScript.CYRILLIC
                : base().equals("el") ? Character.UnicodeScript.GREEK : Character.UnicodeScript.LATIN;
        long letters = PLACEHOLDER
                .matcher(text)
                .replaceAll("")
                .codePoints()
                .filter(Character::isLetter)
                .count();
        long own = PLACEHOLDER
                .matcher(text)
                .replaceAll("")
                .codePoints()
                .filter(each -> Character.isLetter(each) && Character.UnicodeScript.of(each) == script)
                .count();
        if (letters > 20 && own * 2 < letters) {
            problem(key, "is in another script");
        }
    }

    private static char ending(String text) {
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        // Greek has its own question mark, of which Unicode says that it is the semicolon.
        return last == ';' || last == '\u037e' ? '?' : ".:?".indexOf(last) < 0 ? ' ' : last;
    }

    private void reportRepetitions() {
        Properties base = read(TEXTS, base());
        for (String key : new TreeSet<>(texts.stringPropertyNames())) {
            if (texts.getProperty(key).equals(base.getProperty(key))) {
                problem(key, "is the same as in " + base());
            }
        }
    }

    private void reportEnglish() {
        Set<String> allowed = new TreeSet<>(
                Arrays.asList(notes.getProperty("same-as-english", "").strip().split("\\s+")));
        allowed.remove("");
        Set<String> same = new TreeSet<>();
        for (String key : keys(texts)) {
            String text = texts.getProperty(key);
            if (!isProse(key)) {
                continue;
            }
            String words = PLACEHOLDER.matcher(text).replaceAll("");
            if (text.equals(english.getProperty(key)) && words.codePoints().anyMatch(Character::isLetter)) {
                same.add(key);
            }
            List<String> found = ENGLISH.matcher(words.replace("Global Privacy Control", ""))
                    .results()
                    .map(MatchResult::group)
                    .toList();
            if (!found.isEmpty() && !ownWords().containsAll(found)) {
                problem(key, "contains English: " + found);
            }
        }
        Set<String> left = new TreeSet<>(same);
        left.removeAll(allowed);
        left.forEach(key -> problem(key, "is the same as in English: translate it, or name it under same-as-english"));
        allowed.removeAll(same);
        allowed.forEach(key -> problem(key, "is named under same-as-english and is not the same"));
    }

    /** Words of the language that are English ones too. */
    private Set<String> ownWords() {
        return new HashSet<>(
                Arrays.asList(notes.getProperty("own-words", "").strip().split("\\s+")));
    }

    private void reportBackTranslations() {
        for (String key : KEY_SENTENCES) {
            if (notes.getProperty(key, "").isBlank()) {
                problems.add("not translated back in the notes: " + key);
            }
        }
    }

    private void problem(String key, String what) {
        problems.add(key + " " + what + ": " + shown.getProperty(key));
    }

    private String base() {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
