package io.github.cookiecharter.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import io.github.cookiecharter.model.PluginResources;
import io.github.cookiecharter.project.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The names of countries are those of CLDR: {@code -Dcookie-charter.rewrite=true} writes them anew. */
class CountryNamesTest {

    private static final Languages LANGUAGES = Languages.builtIn();

    static Stream<String> tags() {
        Set<String> tags = new TreeSet<>(LANGUAGES.tags());
        for (String line : PluginResources.lines("language/languages.txt")) {
            if (line.endsWith(" grammar")) {
                tags.add(line.substring(0, line.indexOf(' ')));
            }
        }
        return tags.stream();
    }

    @ParameterizedTest
    @MethodSource("tags")
    void namesAreThoseOfCldr(String tag) throws IOException {
        Path file = Path.of("src/main/resources/io/github/cookiecharter/language/countries", tag + ".properties");
        Golden.check(file, table(tag));
    }

    @Test
    void everyIsoCountryHasAName() {
        LanguageTexts french = LANGUAGES.forTag("fr").orElseThrow();
        for (String code : ULocale.getISOCountries()) {
            assertThat(french.country(code)).as(code).isNotEqualTo(code);
        }
    }

    @Test
    void countriesAreCalledInTheLanguageOfTheTexts() {
        assertThat(name("fr", "DE")).isEqualTo("Allemagne");
        assertThat(name("de", "US")).isEqualTo("Vereinigte Staaten");
        assertThat(name("no", "US")).isEqualTo("USA");
        assertThat(name("de-CH", "DE")).isEqualTo("Deutschland");
        assertThat(name("el", "IE")).isEqualTo("Ιρλανδία");
        assertThat(name("en", "ZZ")).isEqualTo("ZZ");
    }

    @Test
    void aRegionsOwnNameWins() {
        assertThat(name("fr-CA", "MM")).isNotEqualTo(name("fr", "MM"));
    }

    @Test
    void aLanguageWhoseTextsTheSiteSuppliesHasNamesToo() {
        LanguageTexts english = LANGUAGES.forTag("en").orElseThrow();
        LanguageTexts arabic = LANGUAGES.fromSite("ar", Map.of(), english);
        assertThat(arabic.country("DE")).isEqualTo("ألمانيا");
        assertThat(arabic.languageOfCountry("DE")).isEqualTo("ar");
        LanguageTexts klingon = LANGUAGES.fromSite("tlh", Map.of(), english);
        assertThat(klingon.country("DE")).isEqualTo("Germany");
        assertThat(klingon.languageOfCountry("DE")).isEqualTo("en");
    }

    private static String name(String tag, String country) {
        return LANGUAGES.forTag(tag).orElseThrow().country(country);
    }

    private static String table(String tag) {
        int dash = tag.indexOf('-');
        StringBuilder table = new StringBuilder(
                "# Names of countries in CLDR, as ICU4J has them. CountryNamesTest writes this file.\n");
        for (String code : new TreeSet<>(Set.of(ULocale.getISOCountries()))) {
            String name = cldr(tag, code);
            boolean isKnown = !name.equals(code) && (dash < 0 || !name.equals(cldr(tag.substring(0, dash), code)));
            if (isKnown) {
                table.append(code).append('=').append(name).append('\n');
            }
        }
        return table.toString();
    }

    private static String cldr(String tag, String country) {
        return LocaleDisplayNames.getInstance(CldrTexts.locale(tag)).regionDisplayName(country);
    }
}
