package io.github.cookiecharter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.rule.Severity;
import java.io.File;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SavedLinesTest {

    private static final String SLASH = File.separator;

    private final SavedLines here = new SavedLines(SLASH + "a" + SLASH + "cookies.yaml", SLASH + "a" + SLASH + "web");
    private final SavedLines there = new SavedLines(SLASH + "b" + SLASH + "cookies.yaml", SLASH + "b" + SLASH + "web");

    private static ConsoleLine warning(String text) {
        return new ConsoleLine(Severity.WARNING, text);
    }

    @Test
    void aProjectThatWasMovedNamesItsNewPlace() {
        List<String> saved = here.encode(List.of(
                warning(SLASH + "a" + SLASH + "cookies.yaml:[3,3] declaration"),
                warning(SLASH + "a" + SLASH + "web" + SLASH + "A.java:[1,1] code"),
                new ConsoleLine(Severity.ERROR, "elsewhere: x")));

        assertThat(saved).noneMatch(line -> line.contains(SLASH + "a"));
        assertThat(there.decode(saved))
                .containsExactly(
                        warning(SLASH + "b" + SLASH + "cookies.yaml:[3,3] declaration"),
                        warning(SLASH + "b" + SLASH + "web" + SLASH + "A.java:[1,1] code"),
                        new ConsoleLine(Severity.ERROR, "elsewhere: x"));
    }

    @Test
    void notesAndExplanationsAreNotRepeated() {
        assertThat(here.encode(List.of(new ConsoleLine(Severity.NOTE, "n"), warning("w"), warning("    see the page"))))
                .containsExactly("WARNING w");
    }

    @Test
    void aFewLinesAreEnough() {
        assertThat(here.encode(
                        IntStream.range(0, 9).mapToObj(i -> warning("w" + i)).toList()))
                .hasSize(5);
    }
}
