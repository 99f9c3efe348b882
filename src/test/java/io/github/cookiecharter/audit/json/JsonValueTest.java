package io.github.cookiecharter.audit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValueTest {

    @Test
    void readsEachKindOfValue() throws IOException {
        JsonValue value = JsonValue.parse("""
                {"text": "a\\u00e9", "whole": 7, "part": 1.5, "yes": true, "no": false, "none": null, "list": [1, [2]],
                 "inner": {"deep": {"name": "x"}}}
                """);

        assertThat(value.get("text").text()).isEqualTo("a\u00e9");
        assertThat(value.get("whole").whole(0)).isEqualTo(7);
        assertThat(value.get("part").number()).hasValue(1.5);
        assertThat(value.get("yes").isTrue()).isTrue();
        assertThat(value.get("no").flag()).contains(false);
        assertThat(value.get("none").isPresent()).isFalse();
        assertThat(value.get("list").items()).hasSize(2);
        assertThat(value.get("inner", "deep", "name").text()).isEqualTo("x");
    }

    @Test
    void whatIsMissingIsEmptyOnEveryPath() throws IOException {
        JsonValue value = JsonValue.parse("[1]");

        assertThat(value.get("a", "b").isPresent()).isFalse();
        assertThat(value.get("a").items()).isEmpty();
        assertThat(value.get("a").text()).isEmpty();
        assertThat(value.get("a").whole(3)).isEqualTo(3);
        assertThat(value.get("a").flag()).isEmpty();
        assertThat(value.fields()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1", "{} {}", "nothing", "{\"a\":}"})
    void rejectsWhatIsNoJson(String text) {
        assertThatThrownBy(() -> JsonValue.parse(text)).isInstanceOf(IOException.class);
    }
}
