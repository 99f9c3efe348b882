package io.github.cookiecharter.rule.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.declaration.DeclarationReader;
import io.github.cookiecharter.language.Languages;
import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.StandardPurpose;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleDataTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "embeds.txt",
                "google-tags.txt",
                "groups.txt",
                "known-addresses.txt",
                "limits.txt",
                "phrases.txt",
                "public-names.txt",
                "stacks.txt",
                "standard-purposes.txt",
                "trackers.txt",
                "words.txt"
            })
    void everyFileSaysOfWhatDayItIsAndHasRowsOfOneLength(String file) {
        String date = RuleData.lines(file).stream()
                .filter(line -> line.startsWith("# Date: "))
                .findFirst()
                .orElseThrow();
        assertThat(LocalDate.parse(date.substring(8))).isAfter(LocalDate.of(2026, 1, 1));
        List<List<String>> rows = RuleData.table(file);
        assertThat(rows)
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allMatch(row -> row.size() == rows.get(0).size());
    }

    @Test
    void standardPurposesAreKnownOnesOfKnownCookies() {
        Set<String> purposes = new HashSet<>();
        CookieCatalogue.all().forEach(entry -> purposes.add(entry.purpose()));
        List<List<String>> rows = RuleData.table("standard-purposes.txt");
        assertThat(rows).extracting(row -> row.get(0)).isSubsetOf(purposes).doesNotHaveDuplicates();
        assertThat(rows)
                .extracting(row -> row.get(1))
                .isSubsetOf(Arrays.stream(StandardPurpose.values())
                        .map(StandardPurpose::word)
                        .toList());
    }

    // ---- lifetimes --------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "13 months, 13 months, false",
        "395 days, 13 months, false",
        "396 days, 13 months, true",
        "1 year, 12 months, false",
        "366 days, 1 year, true",
        "365 days, 1 year, false",
        "34560000 seconds, 400 days, false",
        "34560001 seconds, 400 days, true",
        "session, 1 day, false",
        "persistent, 25 months, true",
        "24 hours, 1 day, false",
        "25 hours, 1 day, true",
    })
    void lifetimesCompareAsTheDeclarationSays(String lifetime, String limit, boolean exceeds) {
        assertThat(CharterQueries.exceeds(DataTable.lifetime(lifetime), (Lifetime.Lasting) DataTable.lifetime(limit)))
                .isEqualTo(exceeds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"session", "persistent", "1 day", "2 weeks", "13 months", "30 minutes", "1 year", "90 seconds"})
    void lifetimesAreShownAsTheyAreWritten(String lifetime) {
        assertThat(DataTable.lifetime(lifetime).words()).isEqualTo(lifetime);
    }

    // ---- purposes ---------------------------------------------------------------------------------------------------

    @Test
    void phrasesAreWrittenAsTextsAreCompared() {
        for (List<String> row : RuleData.table("phrases.txt")) {
            assertThat(VaguePhrases.findIn(row.get(1), row.get(0)))
                    .as(row.toString())
                    .isPresent();
        }
        assertThat(VaguePhrases.languages()).contains("en", "fr", "de", "es", "it", "nl", "pt", "pl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | To IMPROVE  your experience. | true",
                "en | Improve your experiences | false",
                "en-GB | Improve our services! | true",
                "fr | Améliorer l’expérience utilisateur | true",
                "de | Improve your experience | false",
                "tlh | Improve your experience | false",
            })
    void aPhraseIsFoundByItsWords(String language, String text, boolean found) {
        assertThat(VaguePhrases.findIn(text, language).isPresent()).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Session | true",
                "Session - cookie! | true",
                "Count visits | true",
                "Compter les visites | false",
                "Mesurer l'audience | true",
                "Count the visits | false",
                "访问次数统计 | false",
                "訪問者を数える | false",
                "นับจำนวนผู้เข้าชม | false",
                "🍪🍪 a b c | false",
            })
    void threeWordsAreTheFewest(String text, boolean tooShort) {
        assertThat(VaguePhrases.isTooShort(text)).isEqualTo(tooShort);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | Pour permettre d’améliorer votre expérience | true",
                "ko | 사용자 경험을 개선하기 위해 | true",
                "ja | サービスの向上のため | true",
                "tr | HİZMETLERİMİZİ GELİŞTİRMEK İÇİN | true",
                "en | Count which pages are read, to improve our website | false",
                "en | We use this cookie to improve our website for our users | true",
                "sv | Räknar hur många gånger varje artikel läses under dagen, för att förbättra vår webbplats | false",
            })
    void aPhraseCountsUnlessTheTextSaysMore(String language, String text, boolean found) {
        assertThat(VaguePhrases.findIn(text, language).isPresent()).isEqualTo(found);
    }

    @Test
    void everyLanguageOfThePluginHasPhrasesAndTheTermOfALegitimateInterest() {
        for (String tag : Languages.builtIn().tags()) {
            int hyphen = tag.indexOf('-');
            String language = hyphen < 0 ? tag : tag.substring(0, hyphen);
            assertThat(VaguePhrases.languages()).contains(language);
            assertThat(TextWords.knows(TextWords.Subject.INTEREST, language))
                    .as(language)
                    .isTrue();
        }
    }

    // ---- known addresses --------------------------------------------------------------------------------------------

    @ParameterizedTest
    @CsvSource({
        "https://www.googletagmanager.com/gtag/js?id=G-1, Google Analytics",
        "https://WWW.googletagmanager.com/gtag/js, Google Analytics",
        "//www.googletagmanager.com/gtm.js?id=GTM-1, Google Tag Manager",
        "https://www.googletagmanager.com/*, Google Tag Manager",
        "https://sgtm.shop.example/gtag/js?id=G-1, Google Analytics",
        "https://connect.facebook.net/*, Meta",
        "https://connect.facebook.net/de_DE/sdk.js#xfbml=1, Facebook sign-in and plug-ins",
        "https://www.facebook.com/tr*, Meta",
        "https://www.facebook.com/v19.0/dialog/oauth, Facebook sign-in",
        "https://*.hotjar.com/*, Hotjar",
        "https://hotjar.com/c.js, Hotjar",
        "https://www.youtube-nocookie.com/embed/1, YouTube without cookies",
        "https://securepubads.g.doubleclick.net:443/tag/js/gpt.js, Google advertising",
        "https://notfacebook.com/tr, ''",
        "/js/app.js, ''",
        "https://*/app.js, ''",
    })
    void anAddressLeadsToWhatItLoads(String url, String product) {
        assertThat(KnownAddresses.find(new KnownAddresses.Declared(url, "scripts", Optional.empty()))
                        .map(KnownAddresses.Entry::product)
                        .orElse(""))
                .isEqualTo(product);
    }

    @Test
    void knownAddressesAndGroupsSayWhatTheRulesCanRead() {
        assertThat(KnownAddresses.all())
                .allMatch(entry -> Set.of("statistics", "marketing", "necessary", "request")
                        .contains(entry.category()))
                .allMatch(entry -> entry.traits().stream()
                        .allMatch(trait -> Set.of("unsure", "ads", "fr").contains(trait)
                                || trait.startsWith("brings ")
                                || trait.startsWith("without ")));
        Set<String> codes = Set.of(Locale.getISOCountries());
        assertThat(CompanyGroup.all())
                .allMatch(group -> codes.contains(group.country()))
                .allMatch(group -> group.marks().containsAll(group.reusing()));
    }

    // ---- known cookies ----------------------------------------------------------------------------------------------

    @Test
    void everyKnownCookieCouldBeDeclaredAsItStands() {
        StringBuilder yaml = new StringBuilder("site: { name: Shop, url: \"https://shop.example\" }\nservices:\n");
        Set<String> seen = new HashSet<>();
        int id = 0;
        for (CookieCatalogue.Entry entry : CookieCatalogue.all()) {
            assertThat(entry.category()).isIn("necessary", "preferences", "statistics", "marketing");
            assertThat(entry.product()).isNotBlank();
            assertThat(entry.source()).isNotBlank();
            assertThat(entry.isTracker() && entry.marks().isEmpty())
                    .as(entry.name().text())
                    .isFalse();
            assertThat(seen.add(entry.name().text())).as(entry.name().text()).isTrue();
            String lifetime = entry.lifetime().map(Lifetime::words).orElse("session");
            yaml.append("  s-%d: { category: %s, purpose: \"%s\", cookies: { \"%s\": { lifetime: %s } } }\n"
                    .formatted(id++, entry.category(), entry.purpose(), entry.name(), lifetime));
        }
        assertThat(new DeclarationReader(Set.of(), Set.of())
                        .read(yaml.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .diagnostics())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sessionid, Django, false",
        "_ga, Google Analytics, true",
        "_ga_*, Google Analytics, true",
        "_ga_ABC123, Google Analytics, true",
        "_pk_id.1.1fff, Matomo, true",
        "_pk_id.*, Matomo, true",
        "AWSALBCORS, AWS load balancer, false",
        "q_session_at, Quarkus OIDC, false",
    })
    void aNameLeadsToWhoUsesIt(String name, String product, boolean tracker) {
        CookieCatalogue.Entry entry = CookieCatalogue.findByName(name).get(0);
        assertThat(entry.product()).isEqualTo(product);
        assertThat(entry.isTracker()).isEqualTo(tracker);
    }

    @Test
    void unknownNamesHaveNoCatalogueEntry() {
        assertThat(CookieCatalogue.findByName("basket")).isEmpty();
        assertThat(CookieCatalogue.findByName("_gadget")).isEmpty();
    }
}
