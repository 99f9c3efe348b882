package io.github.cookiecharter.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.PluralRules;
import io.github.cookiecharter.model.Lifetime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LanguagesTest {

    private static final Languages LANGUAGES = Languages.builtIn();

    static Stream<LanguageTexts> texts() {
        return LANGUAGES.tags().stream().map(LanguagesTest::texts);
    }

    static Stream<LanguageTexts> translations() {
        return texts().filter(texts -> !texts.language().equals("en"));
    }

    static LanguageTexts texts(String tag) {
        return LANGUAGES.forTag(tag).orElseThrow();
    }

    @Test
    void theShippedLanguagesAreListed() {
        assertThat(LANGUAGES.tags()).startsWith("en", "fr", "de").doesNotHaveDuplicates();
    }

    /** What translators and their editors know of the format holds, though it is read by a shorter way. */
    @ParameterizedTest
    @MethodSource("texts")
    void theFilesAreReadAsJavaReadsProperties(LanguageTexts texts) throws IOException {
        Properties expected = new Properties();
        // What a region does not say otherwise its language says.
        String base = texts.language().replaceFirst("-.*", "");
        for (String tag : new TreeSet<>(List.of(base, texts.language()))) {
            try (Reader reader = new InputStreamReader(
                    LanguagesTest.class.getResourceAsStream(tag + ".properties"), StandardCharsets.UTF_8)) {
                expected.load(reader);
            }
        }
        assertThat(texts.keys()).hasSameElementsAs(expected.stringPropertyNames());
        assertThat(texts.keys()).allSatisfy(key -> assertThat(texts.get(key)).isEqualTo(expected.getProperty(key)));
    }

    @Test
    void everyTextIsExplainedToTranslators() throws IOException {
        String brief = Files.readString(Path.of("src/site/markdown/translating.md"));
        assertThat(texts("en").keys())
                .filteredOn(key -> !key.matches("(plural|number|list|date|month|unit)[.].*"))
                .allSatisfy(key -> assertThat(brief)
                        .containsAnyOf(
                                "`" + key + "`",
                                "`" + key.replaceFirst("[.].*", "") + ".<id>`",
                                "`" + key.replaceFirst("[.].*[.]", ".<id>.") + "`"));
    }

    @Test
    void aShorterTagServesALongerOne() {
        assertThat(texts("fr-BE").language()).isEqualTo("fr");
        assertThat(texts("de-Latn-AT").language()).isEqualTo("de");
        assertThat(texts("fr").serves("fr-BE")).isTrue();
        assertThat(texts("fr").serves("frp")).isFalse();
        assertThat(LANGUAGES.supports("fr-BE")).isTrue();
        assertThat(LANGUAGES.supports("frp")).isFalse();
        assertThat(LANGUAGES.forTag("tlh")).isEmpty();
    }

    /** Norwegian means Bokmål unless Nynorsk is declared. */
    @Test
    void languagesCanBeAliases() {
        Languages languages = Languages.parse(List.of("en", "nb", "no as nb"));
        LanguageTexts texts = languages.forTag("no-NO").orElseThrow();
        assertThat(texts.language()).isEqualTo("nb");
        assertThat(texts.serves("no-NO")).isTrue();
        assertThat(texts.serves("nb")).isTrue();
        assertThat(texts.serves("nn")).isFalse();
        assertThat(languages.tags()).containsExactly("en", "nb");
        assertThat(LANGUAGES.supports("no")).isEqualTo(LANGUAGES.supports("nb"));
    }

    @Test
    void textsAreLoadedOnFirstUse() throws Exception {
        List<String> read = new ArrayList<>();
        ClassLoader recording = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                String file = name.replace('.', '/') + ".class";
                try (InputStream in = LanguagesTest.class.getClassLoader().getResourceAsStream(file)) {
                    byte[] code = in.readAllBytes();
                    return defineClass(name, code, 0, code.length);
                } catch (IOException e) {
                    throw new ClassNotFoundException(name, e);
                }
            }

            @Override
            protected URL findResource(String name) {
                try {
                    return new URL(null, "recorded:/" + name, new URLStreamHandler() {
                        @Override
                        protected URLConnection openConnection(URL url) throws IOException {
                            String path = url.getPath().substring(1);
                            read.add(path.substring(path.lastIndexOf('/') + 1));
                            return LanguagesTest.class
                                    .getClassLoader()
                                    .getResource(path)
                                    .openConnection();
                        }
                    });
                } catch (MalformedURLException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        Class<?> languages = recording.loadClass(Languages.class.getName());
        Object builtIn = languages.getMethod("builtIn").invoke(null);
        for (String tag : List.of("fr", "de-AT", "fr")) {
            languages.getMethod("forTag", String.class).invoke(builtIn, tag);
        }
        assertThat(read)
                .startsWith("languages.txt", "fr.properties")
                .allMatch(name -> name.matches("languages.txt|fr.properties|de.*[.]properties"))
                .doesNotHaveDuplicates();
    }

    /** In the plugin's jar, which every build loads. */
    @Test
    void allLanguagesTogetherAreSmall() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (String tag : files().toList()) {
                zip.putNextEntry(new ZipEntry(tag));
                zip.write(Files.readAllBytes(
                        Path.of("src/main/resources/io/github/cookiecharter/language", tag + ".properties")));
            }
        }
        assertThat(packed.size()).isLessThan(400 * 1024);
    }

    @Test
    void languagesWithoutTextsUseTheDefaultLanguageOrEnglish() {
        assertThat(LANGUAGES.forTagOrDefault("tlh", "de").language()).isEqualTo("de");
        assertThat(LANGUAGES.forTagOrDefault("tlh", "tlh").language()).isEqualTo("en");
        assertThat(LANGUAGES.forTagOrDefault("fr-BE", "de").language()).isEqualTo("fr");
    }

    @Test
    void languagesAreCalledByTheirOwnNames() {
        assertThat(LANGUAGES.nameOf("fr")).isEqualTo("Français");
        assertThat(LANGUAGES.nameOf("fr-BE")).isEqualTo("Français (BE)");
        assertThat(LANGUAGES.nameOf("fr-CA")).isEqualTo("Français (Canada)");
        assertThat(LANGUAGES.nameOf("it")).isEqualTo("Italiano");
        assertThat(LANGUAGES.nameOf("tlh")).isEqualTo("tlh");
        assertThat(texts())
                .allSatisfy(
                        texts -> assertThat(LANGUAGES.nameOf(texts.language())).startsWith(texts.get("language.name")));
    }

    /** The same texts with the same placeholders, nothing left in English, typographic quotes: see there. */
    @ParameterizedTest
    @MethodSource("texts")
    void everyLanguagePassesTheTranslatorsCheck(LanguageTexts texts) {
        assertThat(TranslationCheck.problems(texts.language())).isEmpty();
    }

    @Test
    void aLanguageIsListedOnceItIsComplete() {
        assertThat(files()).containsAll(LANGUAGES.tags());
        assertThat(files())
                .filteredOn(tag -> !LANGUAGES.tags().contains(tag))
                .allSatisfy(tag ->
                        assertThat(TranslationCheck.problems(tag)).as(tag).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyUnitHasExactlyTheFormsThatThePluralRulesSelect(LanguageTexts texts) {
        Set<String> forms = texts.keys().stream()
                .filter(key -> key.startsWith("plural."))
                .map(key -> key.substring("plural.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        // In some languages only fractions select the form 'other', and a lifetime is a whole number.
        PluralRules rules = PluralRules.createRules(forms.stream()
                .map(form -> form + ": " + texts.get("plural." + form))
                .collect(Collectors.joining("; ")));
        if (IntStream.rangeClosed(0, 1000).anyMatch(n -> rules.select(n).equals("other"))) {
            forms.add("other");
        }
        Set<String> expected = new TreeSet<>();
        for (String unit : List.of("second", "minute", "hour", "day", "week", "month", "year")) {
            forms.forEach(form -> expected.add("unit." + unit + "." + form));
        }
        assertThat(texts.keys().stream().filter(key -> key.startsWith("unit.")).collect(Collectors.toSet()))
                .isEqualTo(expected);
    }

    @Test
    void lifetimesKeepTheirUnit() {
        assertThat(texts("fr").lifetime(new Lifetime.Lasting(13, ChronoUnit.MONTHS)))
                .isEqualTo("13\u00a0mois");
        assertThat(texts("de").lifetime(new Lifetime.Lasting(30, ChronoUnit.MINUTES)))
                .isEqualTo("30 Minuten");
        assertThat(texts("en").renewed(texts("en").lifetime(new Lifetime.Lasting(1, ChronoUnit.WEEKS))))
                .isEqualTo("1 week, extended at each visit");
        assertThat(texts("en").lifetime(new Lifetime.Session())).isEqualTo("until the browser is closed");
        assertThat(texts("en").lifetime(new Lifetime.Persistent())).isEqualTo("until it is deleted");
    }

    /** CLDR has no words for units in Irish, so ICU4J cannot tell. */
    @Test
    void anIrishNumberInTheTeensChangesItsNounAsItsLastDigitDoes() {
        LanguageTexts irish = texts("ga");
        assertThat(LongStream.rangeClosed(10, 20).mapToObj(n -> irish.duration(n, ChronoUnit.MONTHS)))
                .containsExactly(
                        "10 mí", "11 mhí", "12 mhí", "13 mhí", "14 mhí", "15 mhí", "16 mhí", "17 mí", "18 mí", "19 mí",
                        "20 mí");
        assertThat(LongStream.of(11, 12, 13, 18, 21).mapToObj(n -> irish.duration(n, ChronoUnit.YEARS)))
                .containsExactly("11 bhliain", "12 bhliain", "13 bliana", "18 mbliana", "21 bliain");
    }

    @Test
    void listsReadAsSentencesDo() {
        assertThat(texts("en").list(List.of())).isEmpty();
        assertThat(texts("en").list(List.of("a"))).isEqualTo("a");
        assertThat(texts("fr").list(List.of("a", "b"))).isEqualTo("a et b");
        assertThat(texts("de").list(List.of("a", "b", "c"))).isEqualTo("a, b und c");
        assertThat(texts("en-US").list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(texts("en-US").list(List.of("a", "b", "c"))).isEqualTo("a, b, and c");
        LanguageTexts english = texts("en");
        LanguageTexts luxembourgish = LANGUAGES.fromSite("lb", Map.of(), english);
        assertThat(luxembourgish.list(List.of("Statistik", "Marketing"))).isEqualTo("Statistik a Marketing");
        assertThat(luxembourgish.list(List.of("Marketing", "Statistik", "Honger")))
                .isEqualTo("Marketing, Statistik an Honger");
        LanguageTexts hebrew = LANGUAGES.fromSite("he", Map.of(), english);
        assertThat(hebrew.list(List.of("סטטיסטיקה", "שיווק"))).isEqualTo("סטטיסטיקה ושיווק");
        assertThat(hebrew.list(List.of("סטטיסטיקה", "YouTube"))).isEqualTo("סטטיסטיקה ו-YouTube");
    }

    @Test
    void valuesOfPlaceholdersAreInsertedLiterally() {
        assertThat(TextPlaceholders.fill("{a}{b}{{a}{c}{", Map.of("a", "{b}", "b", "$1")))
                .isEqualTo("{b}$1{{b}{c}{");
    }

    @Test
    void anUnknownTextIsAProgrammingError() {
        assertThatThrownBy(() -> texts("en").get("policy.nothing")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textsOfPolicyAndBannerCanBeOverridden() {
        assertThat(texts("en").overridableKeys("policy"))
                .contains("title", "intro")
                .doesNotContain("policy.title");
        assertThat(texts("en").overridableKeys("banner")).contains("accept-all");
    }

    private static Stream<String> files() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/io/github/cookiecharter/language"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.equals("names.properties"))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
