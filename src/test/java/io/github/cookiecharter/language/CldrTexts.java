package io.github.cookiecharter.language;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What CLDR knows of a language, in the keys of its file of texts: plural rules, numbers, lists, dates and units. With
 * it begins the file of a new language: {@code main} prints these lines.
 */
final class CldrTexts {

    /** The units of a lifetime, from the shortest. */
    static final Map<ChronoUnit, MeasureUnit> UNITS = units();

    private static final List<String> CATEGORIES = List.of("zero", "one", "two", "few", "many", "other");

    private final ULocale locale;
    private final PluralRules rules;
    private final Map<String, Long> samples = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    private CldrTexts(ULocale locale) {
        this.locale = locale;
        this.rules = PluralRules.forLocale(locale);
        for (String category : CATEGORIES) {
            LongStream.of(numbers())
                    .filter(number -> rules.select(number).equals(category))
                    .findFirst()
                    .ifPresent(number -> samples.put(category, number));
        }
    }

    /** The lines of these languages' files, as far as CLDR has them. */
    public static void main(String[] tags) {
        StringBuilder lines = new StringBuilder();
        for (String tag : tags) {
            lines.append("# ").append(tag).append('\n');
            of(tag).forEach((key, value) ->
                    lines.append(key).append('=').append(escaped(value)).append('\n'));
        }
        System.out.writeBytes(lines.toString().getBytes(StandardCharsets.UTF_8));
        System.out.flush();
    }

    /** The texts that CLDR has, by their keys. */
    static Map<String, String> of(String tag) {
        CldrTexts cldr = new CldrTexts(locale(tag));
        cldr.putPlurals();
        cldr.putNumbers();
        cldr.putLists();
        cldr.putDates();
        cldr.putUnits();
        cldr.dropCategoriesWithoutOwnForms();
        return cldr.texts;
    }

    /** CLDR's base is American English and Brazilian Portuguese; ours is European. */
    static ULocale locale(String tag) {
        return ULocale.forLanguageTag(
                switch (tag) {
                    case "en" -> "en-GB";
                    case "pt" -> "pt-PT";
                    default -> tag;
                });
    }

    /** A condition of CLDR's plural rules, without its samples. */
    static String condition(PluralRules rules, String category) {
        for (String rule : rules.toString().split(";")) {
            int colon = rule.indexOf(':');
            if (rule.substring(0, colon).strip().equals(category)) {
                int samples = rule.indexOf('@');
                return rule.substring(colon + 1, samples < 0 ? rule.length() : samples)
                        .strip();
            }
        }
        throw new AssertionError(category + " in " + rules);
    }

    // Categories that only decimals belong to are left out: lifetimes are whole.
    private void putPlurals() {
        for (String category : samples.keySet()) {
            if (!category.equals("other")) {
                texts.put("plural." + category, condition(rules, category));
            }
        }
    }

    // The classes DecimalFormat and MeasureFormat do not know the least number of digits that are grouped.
    private void putNumbers() {
        String grouping = DecimalFormatSymbols.getInstance(locale).getGroupingSeparatorString();
        texts.put("number.grouping", grouping);
        boolean areFourGrouped =
                NumberFormatter.withLocale(locale).format(1_000).toString().contains(grouping);
        texts.put("number.minimum-grouping", areFourGrouped ? "1" : "2");
    }

    private void putLists() {
        String list = ListFormatter.getInstance(locale).format("A", "B", "C");
        String last = list.substring(list.indexOf('B') + 1, list.indexOf('C'));
        String pair = ListFormatter.getInstance(locale).format("A", "B");
        texts.put("list.separator", list.substring(1, list.indexOf('B')));
        texts.put("list.last", last);
        if (!pair.equals("A" + last + "B")) {
            texts.put("list.pair", pair.substring(1, pair.indexOf('B')));
        }
    }

    /** Returns ICU's long form of a unit: {@code 13 months}. */
    static LocalizedNumberFormatter formatter(ULocale locale, MeasureUnit unit) {
        return NumberFormatter.withLocale(locale).unit(unit).unitWidth(UnitWidth.FULL_NAME);
    }

    private void putDates() {
        String pattern = ((SimpleDateFormat) DateFormat.getDateInstance(DateFormat.LONG, locale)).toPattern();
        StringBuilder ours = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            if (letter == '\'') {
                quoted = !quoted;
            } else if (quoted || !Character.isLetter(letter) || letter > 'z') {
                ours.append(letter);
            } else if (i == 0 || pattern.charAt(i - 1) != letter) {
                ours.append(letter == 'd' ? "{day}" : letter == 'M' ? "{month}" : letter == 'y' ? "{year}" : "?");
            }
        }
        texts.put("date.pattern", ours.toString());
        String[] months = new DateFormatSymbols(locale).getMonths(DateFormatSymbols.FORMAT, DateFormatSymbols.WIDE);
        for (int month = 1; month <= 12; month++) {
            texts.put("month." + month, pattern.contains("MMM") ? months[month - 1] : Integer.toString(month));
        }
    }

    private void putUnits() {
        UNITS.forEach((unit, measure) -> samples.forEach((category, number) -> texts.put(
                key(unit) + "." + category,
                formatter(locale, measure)
                        .format(number)
                        .toString()
                        .replace(
                                NumberFormatter.withLocale(locale)
                                        .format(number)
                                        .toString(),
                                "{n}"))));
    }

    // A category with the same forms as all other numbers, such as that of millions, says nothing here.
    private void dropCategoriesWithoutOwnForms() {
        for (String category : samples.keySet()) {
            boolean hasOwn = category.equals("other");
            for (ChronoUnit unit : UNITS.keySet()) {
                String form = texts.getOrDefault(key(unit) + "." + category, "");
                hasOwn |= !form.equals(texts.get(key(unit) + ".other"));
            }
            if (!hasOwn) {
                texts.remove("plural." + category);
                UNITS.keySet().forEach(unit -> texts.remove(key(unit) + "." + category));
            }
        }
    }

    /** The key of a unit, up to its plural category. */
    static String key(ChronoUnit unit) {
        String plural = unit.name().toLowerCase(Locale.ROOT);
        return "unit." + plural.substring(0, plural.length() - 1);
    }

    // The usual ones first, so that a sample is not 101 where 1 would do.
    private static long[] numbers() {
        return LongStream.concat(LongStream.rangeClosed(0, 1_200), LongStream.of(1_000_000))
                .toArray();
    }

    private static String escaped(String value) {
        String text = value.replace("\u00a0", value.length() == 1 ? "\\u00a0" : "\u00a0")
                .replace("\u202f", "\\u202f");
        String first = text.startsWith(" ") ? "\\" + text : text;
        return first.endsWith(" ") ? first.substring(0, first.length() - 1) + "\\u0020" : first;
    }

    private static Map<ChronoUnit, MeasureUnit> units() {
        Map<ChronoUnit, MeasureUnit> units = new LinkedHashMap<>();
        units.put(ChronoUnit.SECONDS, MeasureUnit.SECOND);
        units.put(ChronoUnit.MINUTES, MeasureUnit.MINUTE);
        units.put(ChronoUnit.HOURS, MeasureUnit.HOUR);
        units.put(ChronoUnit.DAYS, MeasureUnit.DAY);
        units.put(ChronoUnit.WEEKS, MeasureUnit.WEEK);
        units.put(ChronoUnit.MONTHS, MeasureUnit.MONTH);
        units.put(ChronoUnit.YEARS, MeasureUnit.YEAR);
        return units;
    }
}
