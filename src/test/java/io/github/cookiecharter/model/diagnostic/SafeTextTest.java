package io.github.cookiecharter.model.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void whatWouldSteerATerminalIsSpelledOut() {
        assertThat(SafeText.quote("a\u001b[31m\u202Eb")).isEqualTo("'a\\u001B[31m\\u202Eb'");
        assertThat(SafeText.join(List.of("a\tb", "c"))).isEqualTo("a\\u0009b, c");
        assertThat(SafeText.quoteAsYaml("\"\\\u0007")).isEqualTo("\"\\\"\\\\\\u0007\"");
    }

    @Test
    void aLongWordIsCutShort() {
        assertThat(SafeText.quote("x".repeat(61))).isEqualTo("'" + "x".repeat(60) + "…'");
    }
}
