package io.github.cookiecharter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePatternTest {

    @ParameterizedTest
    @CsvSource({
        "_ga_*, _ga_X, true",
        "_ga_*, _ga_, true",
        "_ga_*, _ga, false",
        "_pk_id.*, _pk_idx1, false",
        "a*a, a, false",
        "a*a, aa, true",
        "a*b*c, abc, true",
        "a*b*c, aXbYc, true",
        "a*bc*c, abc, false",
        "*x, yx, true",
        "plain, plain, true",
        "plain, Plain, false"
    })
    void onlyTheStarIsSpecial(String pattern, String name, boolean matches) {
        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
    }

    @Property(tries = 3000, seed = "2026")
    void theRegularExpressionSaysTheSame(
            @ForAll @StringLength(max = 6) @Chars({'a', 'b', '*', '.', '$', '|', '\\', '+'}) String pattern,
            @ForAll @StringLength(max = 8) @Chars({'a', 'b', '.', '$', '|', '\\', '+'}) String name) {
        NamePattern named = new NamePattern(pattern);
        assertThat(named.matches(name))
                .isEqualTo(Pattern.compile(named.regex()).matcher(name).find());
        assertThat(named.isLiteral()).isEqualTo(!pattern.contains("*"));
        assertThat(named.literalLength()).isEqualTo(pattern.replace("*", "").length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a\nb", "a\r\n\u2028b"})
    void theStarMatchesLineEnds(String name) {
        NamePattern pattern = new NamePattern("a*b");
        assertThat(pattern.matches(name)).isTrue();
        assertThat(Pattern.compile(pattern.regex()).matcher(name).find()).isTrue();
    }

    @Test
    void adjacentStarsAreOne() {
        assertThat(new NamePattern("a***b*").regex()).isEqualTo(new NamePattern("a*b*").regex());
    }

    @Property(tries = 500, seed = "2026")
    void prefixesMatchAllNamesThatBeginWithThem(
            @ForAll @StringLength(min = 1, max = 5) @CharRange(from = 'a', to = 'e') String prefix,
            @ForAll @StringLength(max = 5) @CharRange(from = 'a', to = 'e') String rest) {
        NamePattern pattern = new NamePattern(prefix + "*");
        assertThat(pattern.isPrefix()).isTrue();
        assertThat(pattern.matches(prefix + rest)).isTrue();
    }
}
