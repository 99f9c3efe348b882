package io.github.cookiecharter.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DecimalFormatSymbols;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each language writes durations, dates and lists as ICU4J does, save what {@code not-as-icu.txt} says. Held to it is
 * each file of texts, also one with numbers, dates and units only. Of ICU4J's classes only the newer ones know all of
 * CLDR: {@code MeasureFormat} groups four digits where CLDR does not.
 */
class AsIcuTest {

    private static final Path FOLDER = Path.of("src/main/resources/io/github/cookiecharter/language");
    private static final Path EXCEPTIONS =
            Path.of("src/test/resources/io/github/cookiecharter/language/not-as-icu.txt");
    private static final long[] AMOUNTS = LongStream.concat(
                    LongStream.rangeClosed(0, 1_000),
                    LongStream.of(1_001, 9_999, 10_000, 999_999, 1_000_000, 2_000_000))
            .toArray();

    // How the word after "and" begins decides in some languages what "and" is.
    private static final List<String> LAST_ITEMS = List.of(
            "A",
            "B",
            "C",
            "D",
            "E",
            "F",
            "G",
            "H",
            "I",
            "J",
            "K",
            "L",
            "M",
            "N",
            "O",
            "P",
            "Q",
            "R",
            "S",
            "T",
            "U",
            "V",
            "W",
            "X",
            "Y",
            "Z",
            "Ä",
            "É",
            "Ö",
            "Ü",
            "Idioma",
            "Hielo",
            "Hidalgo",
            "Yate",
            "Marketing",
            "Statistik",
            "8",
            "שיווק",
            "العربية",
            "Реклама",
            "Διαφήμιση",
            "広告",
            "광고");

    static Stream<String> tags() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.equals("names.properties"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tags")
    void differencesFromIcuAreListed(String tag) throws IOException {
        Set<String> differing = new TreeSet<>();
        differing.addAll(differingUnits(tag));
        differing.addAll(differingDates(tag));
        differing.addAll(differingPlurals(tag));
        differing.addAll(differingLists(tag));
        Set<String> needed = new TreeSet<>();
        Set<String> unexplained = new TreeSet<>();
        for (String key : differing) {
            Set<String> lines = exceptions(tag).stream()
                    .filter(pattern -> covers(pattern, key))
                    .collect(Collectors.toSet());
            needed.addAll(lines);
            if (lines.isEmpty()) {
                unexplained.add(key);
            }
        }
        assertThat(unexplained).isEmpty();
        assertThat(needed).isEqualTo(exceptions(tag));
    }

    private static Set<String> differingUnits(String tag) throws IOException {
        LanguageTexts texts = texts(tag);
        String grouping = DecimalFormatSymbols.getInstance(locale(tag)).getGroupingSeparatorString();
        Set<String> differing = new TreeSet<>();
        CldrTexts.UNITS.forEach((unit, measure) -> {
            LocalizedNumberFormatter icu = CldrTexts.formatter(locale(tag), measure);
            for (long amount : AMOUNTS) {
                String expected = icu.format(amount).toString();
                String words = texts.duration(amount, unit);
                if (!words.equals(expected)) {
                    boolean isGrouping = words.replace(texts.get("number.grouping"), grouping)
                            .equals(expected);
                    differing.add(isGrouping ? "number.grouping" : texts.unitKey(amount, unit));
                }
            }
            // The digits alone, where the words of the unit are our own.
            for (long amount : AMOUNTS) {
                String digits =
                        NumberFormatter.withLocale(locale(tag)).format(amount).toString();
                String words = texts.duration(amount, unit).replace(texts.get("number.grouping"), grouping);
                if (texts.get(texts.unitKey(amount, unit)).contains("{n}") && !words.contains(digits)) {
                    differing.add("number.minimum-grouping");
                }
            }
        });
        return differing;
    }

    private static Set<String> differingPlurals(String tag) throws IOException {
        LanguageTexts texts = texts(tag);
        PluralRules icu = PluralRules.forLocale(locale(tag));
        Set<String> differing = new TreeSet<>();
        for (long amount : AMOUNTS) {
            String unitKey = texts.unitKey(amount, ChronoUnit.DAYS);
            String plural = unitKey.substring(unitKey.lastIndexOf('.') + 1);
            // A category whose forms are those of "other" is left out of our files.
            if (!plural.equals(icu.select(amount)) && texts.keys().contains("plural." + icu.select(amount))) {
                differing.add("plural." + icu.select(amount));
            } else if (!plural.equals(icu.select(amount)) && !plural.equals("other")) {
                differing.add("plural." + plural);
            }
        }
        return differing;
    }

    private static Set<String> differingLists(String tag) throws IOException {
        LanguageTexts texts = texts(tag);
        ListFormatter icu = ListFormatter.getInstance(locale(tag));
        Set<String> differing = new TreeSet<>();
        for (String last : LAST_ITEMS) {
            for (List<String> items :
                    List.of(List.of("B", last), List.of("B", "C", last), List.of("B", "C", "D", last))) {
                if (!texts.list(items).equals(icu.format(items))) {
                    differing.add("list.last");
                }
            }
        }
        return differing;
    }

    private static Set<String> differingDates(String tag) throws IOException {
        LanguageTexts texts = texts(tag);
        DateFormat icu = DateFormat.getDateInstance(DateFormat.LONG, locale(tag));
        icu.setTimeZone(TimeZone.GMT_ZONE);
        Set<String> differing = new TreeSet<>();
        for (LocalDate date = LocalDate.of(2026, 1, 1); date.getYear() == 2026; date = date.plusDays(1)) {
            String expected =
                    icu.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
            if (!texts.date(date).equals(expected)) {
                String key = "date.day." + date.getDayOfMonth();
                differing.add(texts.keys().contains(key) ? key : "date.pattern");
            }
        }
        return differing;
    }

    private static Set<String> exceptions(String tag) throws IOException {
        Set<String> patterns = new TreeSet<>();
        for (String line : Files.readAllLines(EXCEPTIONS)) {
            List<String> words =
                    List.of(line.substring(0, Math.max(line.indexOf(": "), 0)).split(" "));
            if (words.get(0).equals(tag)) {
                patterns.addAll(words.subList(1, words.size()));
            }
        }
        return patterns;
    }

    private static boolean covers(String pattern, String key) {
        return pattern.endsWith("*") ? key.startsWith(pattern.substring(0, pattern.length() - 1)) : key.equals(pattern);
    }

    private static ULocale locale(String tag) {
        return CldrTexts.locale(tag);
    }

    private static LanguageTexts texts(String tag) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (String each : tag.indexOf('-') < 0 ? List.of(tag) : List.of(tag.substring(0, tag.indexOf('-')), tag)) {
            Properties read = new Properties();
            try (BufferedReader reader = Files.newBufferedReader(FOLDER.resolve(each + ".properties"))) {
                read.load(reader);
            }
            read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
        }
        return new LanguageTexts(tag, texts);
    }
}
