package io.github.cookiecharter.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteTest {

    @Test
    void whatWouldSteerATerminalIsSpelledOut() {
        assertThat(Quote.of("a\u001b[31m\u202Eb")).isEqualTo("'a\\u001B[31m\\u202Eb'");
        assertThat(Quote.list(List.of("a\tb", "c"))).isEqualTo("a\\u0009b, c");
        assertThat(Quote.asYaml("\"\\\u0007")).isEqualTo("\"\\\"\\\\\\u0007\"");
    }

    @Test
    void aLongWordIsCutShort() {
        assertThat(Quote.of("x".repeat(61))).isEqualTo("'" + "x".repeat(60) + "…'");
    }
}
