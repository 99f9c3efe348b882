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
 * The built-in texts of one language, with its format of numbers, dates and durations. Independent of the JDK's locale
 * data, which differs between JDK versions.
 */
public final class LanguageTexts {

    private static final String PLURAL = "plural.";
    private static final List<String> TABLE_PREFIXES =
            List.of("column.", "party.", "kind.", "lifetime.", "consent-cookie.", "consent-log.");

    private final String language;
    private final String alias;
    private final Map<String, String> texts;
    private final PluralRules plurals;
    private final Optional<LanguageTexts> fallback;
    // Caches durations: of a thousand cookies most share their lifetime with another one.
    private final Map<String, String> durations = new ConcurrentHashMap<>();
    private volatile Optional<Map<String, String>> countries = Optional.empty();

    LanguageTexts(String language, Map<String, String> texts) {
        this(language, language, texts, Optional.empty());
    }

    /**
     * Creates the texts of a language.
     *
     * @param alias another tag that the texts serve, or the same tag
     * @param fallback the texts to use for missing keys
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
     * Returns these texts with overrides of a site.
     *
     * @param own the overriding texts by key
     */
    public LanguageTexts withOverrides(Map<String, String> own) {
        if (own.isEmpty()) {
            return this;
        }
        Map<String, String> all = new HashMap<>(texts);
        all.putAll(own);
        return new LanguageTexts(language, alias, all, fallback);
    }

    /** Returns the BCP 47 tag of the texts' language. */
    public String language() {
        return language;
    }

    /** Returns whether the texts serve the language of a tag: {@code fr} serves {@code fr-CA}. */
    public boolean serves(String requested) {
        return Languages.serves(language, requested) || Languages.serves(alias, requested);
    }

    /** Returns the tag of a text's actual language: that of the fallback if the text is not translated. */
    public String languageOf(String key) {
        return texts.containsKey(key) || fallback.isEmpty()
                ? language
                : fallback.get().languageOf(key);
    }

    /** Returns the tag of the language in which a lifetime is worded. */
    public String languageOf(Lifetime lifetime) {
        if (lifetime instanceof Lifetime.Lasting lasting) {
            return textsWithUnit(lasting.unit()).language;
        }
        return languageOf(lifetime instanceof Lifetime.Session ? "lifetime.session" : "lifetime.persistent");
    }

    /** Returns the direction of the script, as in HTML's {@code dir}: {@code ltr} or {@code rtl}. */
    public String direction() {
        return get("language.direction");
    }

    /** Returns whether there is a text with a key. */
    public boolean has(String key) {
        return texts.containsKey(key) || fallback.map(other -> other.has(key)).orElse(false);
    }

    /** Returns the keys of all texts, in alphabetical order. */
    public Set<String> keys() {
        return new TreeSet<>(texts.keySet());
    }

    /**
     * Returns the keys, without the prefix, of the texts that a site may override in {@code <part>.texts}. The texts of
     * the tables have their full key in {@code policy.texts}.
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

    /** Returns whether a text belongs to the tables that page and banner share. */
    public static boolean isTableText(String key) {
        for (String prefix : TABLE_PREFIXES) {
            if (key.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns a text with unfilled placeholders.
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
     * Returns a text with its placeholders filled.
     *
     * @param values the values by placeholder name, inserted without encoding
     * @throws IllegalArgumentException if there is no such text
     */
    public String get(String key, Map<String, String> values) {
        return TextPlaceholders.fill(get(key), values);
    }

    /** Returns a lifetime in words, in its declared unit. */
    public String lifetime(Lifetime lifetime) {
        if (lifetime instanceof Lifetime.Lasting lasting) {
            return duration(lasting.amount(), lasting.unit());
        }
        return lifetime instanceof Lifetime.Session ? session() : persistent();
    }

    /** Returns the words of a lifetime that each visit renews. */
    public String renewed(String lifetime) {
        return get("lifetime.renewed", Map.of("lifetime", lifetime));
    }

    /**
     * Returns a duration in words, as in CLDR's long form: {@code 13 mois}.
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

    // The texts with the unit: unit, plural rules and digits must be of one language.
    private LanguageTexts textsWithUnit(ChronoUnit unit) {
        return fallback.isEmpty() || texts.containsKey(unitKey(1, unit))
                ? this
                : fallback.get().textsWithUnit(unit);
    }

    /** Returns the key of a unit's plural form for a number. */
    String unitKey(long amount, ChronoUnit unit) {
        String plural = unit.name().toLowerCase(Locale.ROOT);
        return "unit." + plural.substring(0, plural.length() - 1) + "." + plurals.select(amount);
    }

    /** Returns the words for a lifetime that ends with the browser's session. */
    public String session() {
        return get("lifetime.session");
    }

    /** Returns the words for storage that does not expire. */
    public String persistent() {
        return get("lifetime.persistent");
    }

    /**
     * Returns the name of a country; its code if CLDR has no name.
     *
     * @param code ISO 3166-1 alpha-2, upper case
     */
    public String country(String code) {
        String name = countries().get(code);
        if (name != null) {
            return name;
        }
        return fallback.isPresent() ? fallback.get().country(code) : code;
    }

    /** Returns the tag of the language in which a country is named. */
    public String languageOfCountry(String code) {
        return countries().containsKey(code) || fallback.isEmpty()
                ? language
                : fallback.get().languageOfCountry(code);
    }

    // Few pages name a country, so the names are loaded on first use.
    private Map<String, String> countries() {
        Map<String, String> known = countries.orElseGet(() -> Languages.countries(language));
        countries = Optional.of(known);
        return known;
    }

    /** Returns a date in long form: {@code 23 November 2026}. */
    public String date(LocalDate date) {
        return get(
                "date.pattern",
                Map.of(
                        "day", day(date.getDayOfMonth()),
                        "month", get("month." + date.getMonthValue()),
                        "year", Integer.toString(date.getYear())));
    }

    // Some languages write only the first day of a month as an ordinal: 1er janvier.
    private String day(int day) {
        String own = texts.get("date.day." + day);
        return own != null ? own : Integer.toString(day);
    }

    /** Joins a list in words: {@code a, b and c}. */
    public String list(List<String> items) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                list.append(i < items.size() - 1 ? get("list.separator") : lastSeparator(items.get(i), items.size()));
            }
            list.append(items.get(i));
        }
        return list.toString();
    }

    // In some languages the word for "and" depends on how the next one begins; in others a comma stands before it, but
    // not between two.
    private String lastSeparator(String next, int items) {
        String beginnings = texts.get("list.last-other.before");
        if (beginnings != null) {
            String lower = next.toLowerCase(Locale.ROOT);
            for (String beginning : beginnings.split(" ")) {
                if (lower.startsWith(beginning)) {
                    return get("list.last-other");
                }
            }
        }
        return items == 2 && texts.containsKey("list.pair") ? get("list.pair") : get("list.last");
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
