package io.github.cookiecharter.constants.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of RFC 8259 is read, and nothing else is. */
class RecordJsonTest {

    private static Object parse(String json) {
        return RecordJson.parse(URLEncoder.encode(json, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    @Test
    void everyKindOfValueIsRead() {
        assertThat(parse(" { \"a\" : [ 1 , \"b\" , true , false , null , { } , [ ] ] , \"c\" : { \"d\" : \"\" } } "))
                .isEqualTo(Map.of(
                        "a", Arrays.asList(1.0, "b", true, false, null, Map.of(), List.of()), "c", Map.of("d", "")));
        assertThat(parse("null")).isNull();
        assertThat(parse("{\"a\":null}")).isEqualTo(Collections.singletonMap("a", null));
    }

    @Test
    void membersKeepTheirOrder() {
        assertThat(((Map<?, ?>) parse("{\"z\":1,\"a\":2,\"m\":3}")).keySet().toString())
                .isEqualTo("[z, a, m]");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, -0.0",
        "7, 7",
        "-12, -12",
        "0.5, 0.5",
        "1e3, 1000",
        "1E+3, 1000",
        "25e-1, 2.5",
        "2147483647, 2147483647"
    })
    void numbersAreDoubles(String json, double number) {
        assertThat(parse(json)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "01",
                "+1",
                "1.",
                ".5",
                "1e",
                "1e+",
                "--1",
                "0x1",
                "NaN",
                "Infinity",
                "1 2",
                "1,",
                "1_000",
                "tru",
                "truex",
                "True",
                "nul",
                "undefined",
                "'a'",
                "[",
                "]",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1}",
                "{",
                "}",
                "{,}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{a:1}",
                "{1:1}",
                "{\"a\":1]",
                "{\"a\":1}}",
                "{\"a\":1,\"a\":2}",
                "\"",
                "\"a",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u00g0\"",
                "\"\n\"",
                "\"\t\"",
                "\"\u0000\"",
                "/**/1",
                "\uFEFF1",
                "\u00A01"
            })
    void whatIsNoJsonIsRefused(String json) {
        assertThatThrownBy(() -> parse(json)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void escapesAreThoseOfTheStandard() {
        assertThat(parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u00E9\\ud83d\\ude00\""))
                .isEqualTo("\"\\/\b\f\n\r\té\u00e9\ud83d\ude00");
    }

    @Test
    void nestingHasAnEnd() {
        assertThat(parse("[".repeat(8) + "1" + "]".repeat(8)).toString()).isEqualTo("[[[[[[[[1.0]]]]]]]]");
        for (int depth : new int[] {9, 10, 100_000}) {
            String deep = "%5B".repeat(depth) + "1" + "%5D".repeat(depth);
            assertThatThrownBy(() -> RecordJson.parse(deep)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%2",
                "%2g",
                "%%",
                "1%",
                "\"a b\"",
                "\"é\"",
                "\u007f1",
                "%22%C3%22",
                "%22%ED%A0%80%22",
                "%22%C0%AF%22",
                "%FF"
            })
    void whatIsNotPercentEncodedUtf8IsRefused(String encoded) {
        assertThatThrownBy(() -> RecordJson.parse(encoded)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatNeedsNoEncodingMayStandAsItIs() {
        assertThat(RecordJson.parse("{\"a\":[1,true]}")).isEqualTo(Map.of("a", List.of(1.0, true)));
        assertThat(RecordJson.parse("%22%C3%A9%f0%9f%98%80%22")).isEqualTo("é\ud83d\ude00");
    }

    @Property(tries = 3_000, seed = "2026")
    void anythingIsReadOrRefused(@ForAll @StringLength(max = 40) String text) {
        try {
            Object value = RecordJson.parse(text);
            assertThat(value == null
                            || value instanceof Map
                            || value instanceof List
                            || value instanceof String
                            || value instanceof Double
                            || value instanceof Boolean)
                    .isTrue();
        } catch (RuntimeException refused) {
            assertThat(refused).isInstanceOfAny(IllegalArgumentException.class, IndexOutOfBoundsException.class);
        }
    }
}
