package io.github.cookiecharter.charter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.charter.Charter.Gap;
import io.github.cookiecharter.charter.Charter.Missing;
import io.github.cookiecharter.declaration.TranslationFile;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.language.LanguageTexts;
import io.github.cookiecharter.model.Lifetime;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A language that has no built-in texts speaks as soon as the declaration supplies them. */
class SiteTextsTest {

    private static final String SHOP = """
            site: { name: Shop, url: "https://shop.example", languages: [en, ar], updated: 2026-11-02 }
            services:
              audience:
                category: statistics
                name: Audience
                purpose: { en: Count visits, ar: عدّ الزيارات }
                cookies:
                  _pk_id.*: { lifetime: 13 months }
            """;

    @Test
    void oneGapListsAllMissingTexts() {
        Charter charter = TestCharter.of(SHOP);

        assertThat(charter.gaps()).hasSize(1);
        assertThat(charter.gaps().get(0).missing())
                .extracting(Missing::path)
                .contains(List.of("policy", "texts", "intro"), List.of("banner", "texts", "accept-all"))
                .contains(List.of("categories", "necessary", "name"), List.of("policy", "texts", "lifetime.session"))
                .doesNotContain(List.of("categories", "marketing", "name"));
        assertThat(texts(charter, "ar").language()).isEqualTo("en");
    }

    @Test
    void missingTextsCanBePasted() {
        Charter charter = TestCharter.of(SHOP, arabic(Integer.MAX_VALUE));

        assertThat(charter.gaps()).isEmpty();
        LanguageTexts texts = texts(charter, "ar");
        assertThat(texts.language()).isEqualTo("ar");
        assertThat(texts.direction()).isEqualTo("rtl");
        assertThat(texts.get("column.cookie")).isEqualTo("ع Cookie");
        assertThat(texts.lifetime(new Lifetime.Lasting(13, ChronoUnit.MONTHS))).isEqualTo("13 شهرًا");
        assertThat(texts.date(LocalDate.of(2026, 11, 2))).isEqualTo("2 نوفمبر 2026");
        assertThat(texts.list(List.of("أ", "ب"))).isEqualTo("أ وب");
    }

    @Test
    void remainingMissingTextsAreMarked() {
        int all = TestCharter.of(SHOP).gaps().get(0).missing().size();
        Charter charter = TestCharter.of(SHOP, arabic(all - 1));

        assertThat(charter.gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.missing())
                        .containsExactly(
                                new Missing(List.of("banner", "texts", "title"), "Your choice about cookies")));
        assertThat(texts(charter, "ar").language()).isEqualTo("ar");
        assertThat(texts(charter, "ar").languageOf("banner.title")).isEqualTo("en");
        assertThat(texts(charter, "ar").get("banner.title")).isEqualTo("Your choice about cookies");
    }

    @Test
    void unknownLanguagesUseNumbersOfTheFallback() {
        String klingon = SHOP.replace("ar", "tlh");
        Gap gap = TestCharter.of(klingon).gaps().get(0);
        Charter charter = TestCharter.of(klingon, TestCharter.texts("tlh", MissingTranslations.yaml(gap.missing())));

        LanguageTexts texts = texts(charter, "tlh");
        Lifetime lifetime = new Lifetime.Lasting(2, ChronoUnit.WEEKS);
        assertThat(texts.language()).isEqualTo("tlh");
        assertThat(texts.direction()).isEqualTo("ltr");
        assertThat(texts.lifetime(lifetime)).isEqualTo("2 weeks");
        assertThat(texts.languageOf(lifetime)).isEqualTo("en");
        assertThat(texts.languageOf(new Lifetime.Session())).isEqualTo("tlh");
    }

    @Test
    void theTablesWordsCanBeChangedInAnyLanguage() {
        Charter charter = TestCharter.of(SHOP + "policy: { texts: { column.cookie: Tracker } }\n");
        assertThat(texts(charter, "en").get("column.cookie")).isEqualTo("Tracker");
    }

    private static TranslationFile arabic(int count) {
        List<Missing> translated = new ArrayList<>();
        for (Missing each : TestCharter.of(SHOP).gaps().get(0).missing()) {
            if (translated.size() < count) {
                translated.add(new Missing(each.path(), "ع " + each.words()));
            }
        }
        return TestCharter.texts("ar", MissingTranslations.yaml(translated));
    }

    private static LanguageTexts texts(Charter charter, String language) {
        return SiteTexts.forLanguage(charter, language, TestCharter.LANGUAGES);
    }
}
