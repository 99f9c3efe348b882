package io.github.cookiecharter.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagsTest {

    @ParameterizedTest
    @CsvSource({
        "fr, fr",
        "FR, fr",
        "pt-br, pt-BR",
        "zh-hant-tw, zh-Hant-TW",
        "zh-cmn-hans-cn, zh-cmn-Hans-CN",
        "de-1996, de-1996",
        "es-419, es-419",
        "no, no",
        "en-x-shop, en-x-shop"
    })
    void aTagIsWrittenInItsCanonicalCase(String tag, String canonical) {
        assertThat(LanguageTags.canonical(tag)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "f",
                "french",
                "pt_BR",
                "en-12",
                "en-US-US",
                "en-abcd-efgh",
                "en-a-b-cc",
                "en-",
                "-en",
                "en-a"
            })
    void malformedTagsHaveNoCanonicalForm(String tag) {
        assertThat(LanguageTags.canonical(tag)).isEmpty();
    }
}
