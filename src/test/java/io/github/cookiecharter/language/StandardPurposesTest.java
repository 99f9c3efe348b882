package io.github.cookiecharter.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.StandardPurpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardPurposesTest {

    static Stream<LanguageTexts> texts() {
        return LanguagesTest.texts();
    }

    @Test
    void thereAreAboutForty() {
        assertThat(StandardPurpose.values()).hasSize(41);
        assertThat(LanguagesTest.texts("en").keys())
                .filteredOn(key -> key.startsWith("purpose."))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(StandardPurpose.values())
                        .map(StandardPurpose::textKey)
                        .toList());
    }

    /** As wide as a cell of the table can show, and of the form of the other purpose that is built in. */
    @ParameterizedTest
    @MethodSource("texts")
    void everyLanguageHasEachOfThemInOneLine(LanguageTexts texts) {
        List<String> all = new ArrayList<>();
        for (StandardPurpose each : StandardPurpose.values()) {
            all.add(texts.get(each.textKey()));
        }
        all.add(texts.get("consent-cookie.purpose"));
        assertThat(all)
                .doesNotHaveDuplicates()
                .allMatch(text -> text.length() <= StandardPurpose.MAX_LENGTH)
                .allMatch(text -> Character.isUpperCase(text.codePointAt(0)))
                .noneMatch(text -> text.endsWith(".") || text.indexOf('{') >= 0);
    }

    /** What belongs to English alone is not left in a language by mistake; the words themselves are another test's. */
    @Test
    void noTwoLanguagesShareMoreThanAFewOfThem() {
        List<String> tags = Languages.builtIn().tags().stream()
                .filter(tag -> tag.indexOf('-') < 0)
                .toList();
        for (String one : tags) {
            for (String other : tags) {
                if (one.compareTo(other) < 0) {
                    long same = Arrays.stream(StandardPurpose.values())
                            .filter(each -> words(one, each).equals(words(other, each)))
                            .count();
                    assertThat(same).as(one + " and " + other).isLessThan(6);
                }
            }
        }
    }

    private static String words(String tag, StandardPurpose purpose) {
        return LanguagesTest.texts(tag).get(purpose.textKey());
    }
}
