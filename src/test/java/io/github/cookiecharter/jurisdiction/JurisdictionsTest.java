package io.github.cookiecharter.jurisdiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.cookiecharter.jurisdiction.Exemption.Subject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionsTest {

    private static final Jurisdictions ALL = Jurisdictions.builtIn();

    @Test
    void memberStatesArePartOfTheUnionAndTheOthersAreNot() {
        assertThat(ALL.all().stream()
                        .filter(each -> each.isOrDescendsFrom("eu"))
                        .map(Jurisdiction::id))
                .containsExactly("eu", "fr", "de", "es", "it", "nl", "be", "ie", "at", "lu");
        assertThat(ALL.all().stream().filter(each -> each.parent().isEmpty()).map(Jurisdiction::id))
                .containsExactly("eu", "uk", "ch", "us-ca");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statistics | fr, es, it, nl, lu, uk, ch",
                "preferences | eu, fr, de, es, it, nl, be, ie, at, lu, uk, ch",
                "chat | eu, fr, de, es, it, nl, be, ie, at, lu, uk, ch",
            })
    void eachExemptionIsKnownWhereTheLawHasIt(String category, String known) {
        assertThat(ALL.all().stream()
                        .filter(each -> each.exemptionFor(category).isPresent())
                        .map(Jurisdiction::id))
                .containsExactly(known.split(", "));
    }

    @Test
    void conditionsAndLimitsBelongToTheExemption() {
        Exemption french = ALL.get("fr").exemption(Subject.STATISTICS).orElseThrow();
        assertThat(french.needs(ExemptionCondition.ANONYMOUS)).isTrue();
        assertThat(french.needs(ExemptionCondition.OBJECTION)).isFalse();
        assertThat(french.lifetime().orElseThrow().length().words()).isEqualTo("13 months");
        assertThat(french.retention().orElseThrow().length().words()).isEqualTo("25 months");
        assertThat(french.provenance().source()).contains("CNIL, exemption for audience measurement");

        Exemption british = ALL.get("uk").exemption(Subject.STATISTICS).orElseThrow();
        assertThat(british.needs(ExemptionCondition.OBJECTION)).isTrue();
        assertThat(british.needs(ExemptionCondition.ANONYMOUS)).isFalse();
    }

    @Test
    void whatWasNotReadHasNoSource() {
        Exemption spanish = ALL.get("es").exemption(Subject.STATISTICS).orElseThrow();

        assertThat(spanish.provenance().isVerified()).isTrue();
        assertThat(spanish.lifetime().orElseThrow().provenance().isVerified()).isFalse();
        assertThat(ALL.all().stream().flatMap(each -> each.sources().values().stream()))
                .noneMatch(from -> from.source().filter("memory"::equals).isPresent());
    }

    @Test
    void onlyCaliforniaNeedsNoPriorConsent() {
        assertThat(ALL.all().stream()
                        .filter(each -> !each.requiresPriorConsent())
                        .map(Jurisdiction::id))
                .containsExactly("us-ca");
        assertThat(ALL.get("us-ca")
                        .term("opt-out-link")
                        .orElseThrow()
                        .in("es-US")
                        .text())
                .isEqualTo("Your Privacy Choices");
    }

    @Test
    void boundsOfTheChoiceSayWhetherTheyBind() {
        assertThat(ALL.get("fr").longestChoice().orElseThrow().required()).isFalse();
        assertThat(ALL.get("it").shortestChoice().orElseThrow().required()).isTrue();
        assertThat(ALL.get("de").longestChoice()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fr, en, 'Article 82 of the French Data Protection Act, Article 6(1)(a) GDPR'",
        "fr, fr-CA, 'article 82 de la loi Informatique et Libertés, article 6.1.a du RGPD'",
        "fr, pl, 'Article 82 of the French Data Protection Act, Article 6(1)(a) GDPR'",
        "de, de, '§ 25 Abs. 1 TDDDG, Art. 6 Abs. 1 lit. a DSGVO'",
    })
    void legalBasesAreInTheWordsOfALanguage(String id, String language, String expected) {
        assertThat(ALL.get(id)
                        .legalBasis(Jurisdiction.Basis.CONSENT)
                        .orElseThrow()
                        .in(language)
                        .text())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ch, fr, Préposé", "ch, nl, Eidgenössischer", "be, nl, Gegevens", "fr, de, Commission"})
    void authoritiesHaveTheirNameInTheLanguagesOfTheCountry(String id, String language, String start) {
        assertThat(ALL.get(id).authority().orElseThrow().name().in(language).text())
                .startsWith(start);
    }

    @ParameterizedTest
    @CsvSource({
        "FR, WITHIN, ADEQUATE, ADEQUATE",
        "NO, WITHIN, ADEQUATE, ADEQUATE",
        "RE, WITHIN, ADEQUATE, ADEQUATE",
        "GB, ADEQUATE, WITHIN, ADEQUATE",
        "CH, ADEQUATE, ADEQUATE, WITHIN",
        "NZ, ADEQUATE, ADEQUATE, ADEQUATE",
        "BR, ADEQUATE, NONE, NONE",
        "JP, ADEQUATE, ADEQUATE, NONE",
        "GI, NONE, ADEQUATE, ADEQUATE",
        "MC, NONE, NONE, ADEQUATE",
        "US, CERTIFIED, CERTIFIED, CERTIFIED",
        "IN, NONE, NONE, NONE",
    })
    void eachListFindsCountriesAdequate(String country, Adequacy europe, Adequacy kingdom, Adequacy switzerland) {
        assertThat(ALL.get("de").adequacy().orElseThrow().of(country)).isEqualTo(europe);
        assertThat(ALL.get("uk").adequacy().orElseThrow().of(country)).isEqualTo(kingdom);
        assertThat(ALL.get("ch").adequacy().orElseThrow().of(country)).isEqualTo(switzerland);
    }

    @Test
    void theListsNameCountriesThatExistAndAllOfTheEea() {
        Map<String, AdequacyList> lists = AdequacyList.readAll();
        Set<String> codes = Set.of(Locale.getISOCountries());

        assertThat(lists.keySet()).containsExactly("eu", "uk", "ch");
        lists.values()
                .forEach(list -> assertThat(codes).containsAll(list.findings().keySet()));
        assertThat(lists.get("eu").findings().values().stream()
                        .filter(finding -> finding.adequacy() == Adequacy.WITHIN))
                .as("30 states and 7 territories of two of them")
                .hasSize(37);
        assertThat(lists.get("eu").findings().get("GB").until()).contains(LocalDate.of(2031, 12, 27));
    }

    @Test
    void everySectionSaysWhenItWasCheckedAndFromWhichSources() {
        for (Jurisdiction each : ALL.all()) {
            assertThat(each.checked()).as(each.id()).isAfter(LocalDate.of(2026, 1, 1));
            assertThat(each.sources()).as(each.id()).isNotEmpty();
            assertThat(each.name()).as(each.id()).isNotBlank();
        }
    }

    @Test
    void factsAreOldAfterAYear() {
        List<Jurisdiction> french = ALL.get("fr").lineage();

        assertThat(DataAge.notes(french, LocalDate.of(2027, 11, 24))).isEmpty();
        assertThat(DataAge.notes(french, LocalDate.of(2027, 11, 25)))
                .containsExactly(
                        "what the plugin knows of the law (the adequacy list of the European Union) was last compared"
                                + " with its sources on 2026-11-24, more than a year ago: use a newer version, or check whether the"
                                + " law has changed");
        assertThat(DataAge.notes(french, LocalDate.of(2031, 12, 27))).hasSize(2);
        assertThat(DataAge.notes(french, LocalDate.of(2031, 12, 28)))
                .hasSize(3)
                .contains(
                        "the adequacy finding of the European Union about GB ended on 2031-12-27: use a newer version, or"
                                + " check whether it was renewed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "checked; 2026-11-30 | a row before the first section",
                "[dk; checked, 2026-11-30 | begins with an id in brackets",
                "[dk] Denmark; checked, 2026-11-30; parent, efta | names 'efta'",
                "[dk] Denmark; checked, 2026-11-30; language, da | unknown facts of [dk]: [language]",
                "[dk] Denmark; checked, 2026-11-30; exempt statistics, harmless | names 'harmless'",
                "[dk] Denmark; checked, 2026-11-30; exempt marketing, none | unknown exemptions of [dk]",
                "[dk] Denmark; checked, 2026-11-30; checked, 2026-11-30 | two rows 'checked'",
                "[fr] France; checked, 2026-11-30 | two sections [fr]",
            })
    void aFaultInTheDataIsNamed(String lines, String message) {
        List<String> section = lines.lines()
                .flatMap(text -> List.of(text.split("; ")).stream())
                .map(line -> line.replace(", ", " | "))
                .toList();

        assertThatIllegalArgumentException().isThrownBy(() -> ALL.with(section)).withMessageContaining(message);
    }
}
