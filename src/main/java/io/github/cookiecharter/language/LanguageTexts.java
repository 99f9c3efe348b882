package io.github.cookiecharter.language;

import io.github.cookiecharter.model.Lifetime;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The built-in texts of one language, and how it writes numbers, dates and durations. Nothing here depends on the
 * JDK's locale data, which differs between its versions.
 */
public final class LanguageTexts {

    private static final String PLURAL = "plural.";
    private static final List<String> TABLE_PREFIXES = List.of("column.", "party.", "kind.", "lifetime.", "consent-cookie.");

    private final String language;
    private final String alias;
    private final Map<String, String> texts;
    private final PluralRules plurals;
    private final Optional<LanguageTexts> fallback;
    // Of a thousand cookies most live as long as another one.
    private final Map<String, String> durations = new ConcurrentHashMap<>();

    LanguageTexts(String language, Map<String, String> texts) {
        this(language, language, texts, Optional.empty());
    }

    /**
     * The texts of a language.
     *
     * @param alias another tag that they serve just as well, or the same
     * @param fallback whose texts are taken where there is none here
     */
    LanguageTexts(String language, String alias, Map<String, String> texts, Optional<LanguageTexts> fallback) {
        this.language = language;
        this.alias = alias;
        this.texts = Map.copyOf(texts);
        this.fallback = fallback;
        Map<String, String> conditions = new HashMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            if (text.getKey().startsWith(PLURAL)) {
                conditions.put(text.getKey().substring(PLURAL.length()), text.getValue());
            }
        }
        this.plurals = new PluralRules(conditions);
    }

    /**
     * The same texts with a site's own in the stead of some.
     *
     * @param own by their key
     */
    public LanguageTexts withOverrides(Map<String, String> own) {
        if (own.isEmpty()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(texts);
        all.putAll(own);
        return new LanguageTexts(language, alias, all, fallback);
    }

    /** The BCP 47 tag of the language that the texts are in. */
    public String language() {
        return language;
    }

    /** Whether the texts are in the language of this tag: {@code fr} serves {@code fr-CA}. */
    public boolean serves(String tag) {
        return Languages.serves(language, tag) || Languages.serves(alias, tag);
    }

    /** The tag of the language in which a text really is: another one where nobody has translated it. */
    public String languageOf(String key) {
        return texts.containsKey(key) || fallback.isEmpty()
                ? language
                : fallback.get().languageOf(key);
    }

    /** The tag of the language in which a lifetime is told. */
    public String languageOf(Lifetime lifetime) {
        if (lifetime instanceof Lifetime.Lasting lasting) {
            return textsWithUnit(lasting.unit()).language;
        }
        return languageOf(lifetime instanceof Lifetime.Session ? "lifetime.session" : "lifetime.persistent");
    }

    /** The direction of the script, as in HTML's {@code dir}: {@code ltr} or {@code rtl}. */
    public String direction() {
        return get("language.direction");
    }

    /** The keys of all texts, in alphabetical order. */
    public Set<String> keys() {
        return new TreeSet<>(texts.keySet());
    }

    /**
     * The keys, without the prefix, of the texts that a site may override below {@code <part>.texts}. The words of
     * the table stand below {@code policy.texts} with their whole key.
     *
     * @param part {@code policy} or {@code banner}
     */
    public Set<String> overridableKeys(String part) {
        String prefix = part + ".";
        Set<String> keys = new TreeSet<>();
        if (fallback.isPresent()) {
            keys.addAll(fallback.get().overridableKeys(part));
        }
        for (String key : texts.keySet()) {
            if (key.startsWith(prefix)) {
                keys.add(key.substring(prefix.length()));
            } else if (part.equals("policy") && isTableText(key)) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** Whether a text belongs to the tables that page and banner share. */
    public static boolean isTableText(String key) {
        for (String prefix : TABLE_PREFIXES) {
            if (key.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A text as it stands, its placeholders included.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    public String get(String key) {
        String text = texts.get(key);
        if (text != null) {
            return text;
        }
        if (fallback.isEmpty()) {
            throw new IllegalArgumentException("there is no text " + key + " in " + language);
        }
        return fallback.get().get(key);
    }

    /**
     * A text with its placeholders filled.
     *
     * @param values by the placeholder's name; inserted as they are
     * @throws IllegalArgumentException if there is no such text
     */
    public String get(String key, Map<String, String> values) {
        return TextPlaceholders.fill(get(key), values);
    }

    /** A lifetime in words, in the unit in which it was declared. */
    public String lifetime(Lifetime lifetime) {
        if (lifetime instanceof Lifetime.Lasting lasting) {
            return duration(lasting.amount(), lasting.unit());
        }
        return lifetime instanceof Lifetime.Session ? session() : persistent();
    }

    /** The same words, for a lifetime that each visit extends. */
    public String renewed(String lifetime) {
        return get("lifetime.renewed", Map.of("lifetime", lifetime));
    }

    /**
     * A duration in words, as in CLDR's long form: {@code 13 mois}.
     *
     * @param amount not negative
     * @param unit one of seconds, minutes, hours, days, weeks, months and years
     */
    public String duration(long amount, ChronoUnit unit) {
        String key = amount + unit.name();
        String known = durations.get(key);
        if (known != null) {
            return known;
        }
        LanguageTexts source = textsWithUnit(unit);
        String words = source.get(source.unitKey(amount, unit), Map.of("n", source.number(amount)));
        durations.put(key, words);
        return words;
    }

    // A unit, its plural rules and its digits are of one language.
    private LanguageTexts textsWithUnit(ChronoUnit unit) {
        return fallback.isEmpty() || texts.containsKey(unitKey(1, unit))
                ? this
                : fallback.get().textsWithUnit(unit);
    }

    /** The key of the form in which a unit stands with this number. */
    String unitKey(long amount, ChronoUnit unit) {
        String plural = unit.name().toLowerCase(Locale.ROOT);
        return "unit." + plural.substring(0, plural.length() - 1) + "." + plurals.select(amount);
    }

    /** What is said of a lifetime that ends with the browser's session. */
    public String session() {
        return get("lifetime.session");
    }

    /** What is said of storage that does not expire. */
    public String persistent() {
        return get("lifetime.persistent");
    }

    /** A date in its long form: {@code 23 November 2026}. */
    public String date(LocalDate date) {
        return get(
                "date.pattern",
                Map.of(
                        "day", day(date.getDayOfMonth()),
                        "month", get("month." + date.getMonthValue()),
                        "year", Integer.toString(date.getYear())));
    }

    // Some languages count the first day of a month alone as an ordinal: 1er janvier.
    private String day(int day) {
        String own = texts.get("date.day." + day);
        return own != null ? own : Integer.toString(day);
    }

    /** A list in words: {@code a, b and c}. */
    public String list(List<String> items) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                list.append(i < items.size() - 1 ? get("list.separator") : lastSeparator(items.get(i)));
            }
            list.append(items.get(i));
        }
        return list.toString();
    }

    // In some languages the word for "and" depends on how the next one begins.
    private String lastSeparator(String next) {
        String beginnings = texts.get("list.last-other.before");
        if (beginnings != null) {
            String lower = next.toLowerCase(Locale.ROOT);
            for (String beginning : beginnings.split(" ")) {
                if (lower.startsWith(beginning)) {
                    return get("list.last-other");
                }
            }
        }
        return get("list.last");
    }

    private String number(long number) {
        String digits = Long.toString(number);
        if (digits.length() < 3 + Integer.parseInt(get("number.minimum-grouping"))) {
            return digits;
        }
        StringBuilder grouped = new StringBuilder(digits);
        for (int i = digits.length() - 3; i > 0; i -= 3) {
            grouped.insert(i, get("number.grouping"));
        }
        return grouped.toString();
    }
}
