package io.github.cookiecharter.constants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cookiecharter.judge.Javac;
import io.github.cookiecharter.model.BannerRuntime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fixed parts of the generated class, from files to members. */
class EmbeddedSourceTest {

    private static final Path FILES = Path.of("src/main/java/io/github/cookiecharter/constants/embedded");

    /** With every warning on, as the generated class is. */
    @Test
    void theRealClassesAreJavaEight() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                if (!name.equals("package-info")) {
                    sources.put("io.github.cookiecharter.constants.embedded." + name, Files.readString(file));
                }
            }
        }

        assertThat(sources).hasSize(8);
        assertThat(Javac.compile(sources).diagnostics()).isEmpty();
    }

    @Test
    void whatStandsBetweenTheMarksIsNestedOneLevelDeeper() {
        assertThat(EmbeddedSource.members(List.of(
                        "final class RecordJson {",
                        "    // <embedded>",
                        "    /* private */ static RecordJson of(String text) {",
                        "",
                        "        return new RecordJson(text);",
                        "    }",
                        "    // </embedded>",
                        "}")))
                .isEqualTo("""
                                private static Json of(String text) {

                                    return new Json(text);
                                }
                        """.indent(0));
    }

    @Test
    void aMarkThatIsMissingIsAnError() {
        assertThatThrownBy(() -> EmbeddedSource.members(List.of("    // <embedded>", "    int x;")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("// </embedded>");
    }

    @Test
    void theRevisionIsComparedAsTheNumberThatTheRecordHolds() {
        assertThat(EmbeddedSource.recordMembers(BannerRuntime.VANILLA_COOKIECONSENT, 12))
                .contains("equals(12.0)")
                .doesNotContain("REVISION");
    }

    @Test
    void noLineEndsAsTheCheckoutDoes() {
        Stream.of(BannerRuntime.values())
                .map(runtime -> EmbeddedSource.recordMembers(runtime, 1)
                        + EmbeddedSource.choiceMembers()
                        + EmbeddedSource.jsonMembers())
                .forEach(source -> assertThat(source)
                        .doesNotContain("\r", "embedded>", "/* private */", "RecordJson")
                        .endsWith("}\n"));
    }
}
