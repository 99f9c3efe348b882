package io.github.cookiecharter.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluralRulesTest {

    /** CLDR's own rules, also of languages that have no built-in texts, must be understood as they stand. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ar", "bg", "br", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fi", "fr", "ga", "gl",
                "he", "hr", "hu", "is", "it", "lt", "lv", "mt", "nb", "nl", "nn", "no", "pl", "pt", "pt-PT", "ro", "ru",
                "sk", "sl", "sv", "uk"
            })
    void theRulesOfCldrSelectWhatIcuSelects(String tag) {
        com.ibm.icu.text.PluralRules icu = com.ibm.icu.text.PluralRules.forLocale(ULocale.forLanguageTag(tag));
        Map<String, String> conditions = new HashMap<>();
        for (String keyword : icu.getKeywords()) {
            conditions.put(keyword, CldrTexts.condition(icu, keyword));
        }
        conditions.remove("other");
        PluralRules rules = new PluralRules(conditions);
        LongStream.concat(LongStream.rangeClosed(0, 1_200), LongStream.of(1_000_000, 1_000_001, 2_000_000))
                .forEach(n -> assertThat(rules.select(n)).as("%s %d", tag, n).isEqualTo(icu.select(n)));
    }
}
