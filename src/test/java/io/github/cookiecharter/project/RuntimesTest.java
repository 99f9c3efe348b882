package io.github.cookiecharter.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cookiecharter.model.BannerRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a runtime needs where no compiler asks for it. */
class RuntimesTest {

    private static final Path RESOURCES = Path.of("src/main/resources/io/github/cookiecharter");

    @Test
    void theSchemaOffersAllOfThem() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(RESOURCES.resolve("declaration/cookies.schema.json").toFile());

        List<String> offered = schema.findValues("runtime").stream()
                .flatMap(runtime -> StreamSupport.stream(runtime.path("enum").spliterator(), false))
                .map(JsonNode::asText)
                .toList();

        assertThat(offered)
                .containsExactlyInAnyOrderElementsOf(Stream.of(BannerRuntime.values())
                        .map(BannerRuntime::word)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void itsScriptIsBundled(BannerRuntime runtime) throws IOException {
        Path script = Path.of("src/main/js", runtime.word() + ".js");

        assertThat(script).exists();
        assertThat(Files.readString(Path.of("src/npm/scripts.xml"))).contains("src/main/js/" + runtime.word() + ".js");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void theBackEndReadsItsRecord(BannerRuntime runtime) throws IOException {
        Path constants = Path.of("src/main/java/io/github/cookiecharter/constants");
        String reader = Stream.of(runtime.word().split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining("", "", "Record"));

        assertThat(constants.resolve("embedded").resolve(reader + ".java")).exists();
        assertThat(Files.readString(constants.resolve("EmbeddedSource.java"))).contains("members(\"" + reader + "\")");
        assertThat(Files.readString(
                        Path.of("src/test/java/io/github/cookiecharter/constants/embedded/RecordReadersTest.java")))
                .contains(reader + ".read(");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aDriverTakesItThroughTheMatrix(BannerRuntime runtime) throws IOException {
        Path tests = Path.of("src/test/java/io/github/cookiecharter/banner");
        Set<String> drivers;
        try (Stream<Path> all = Files.list(tests)) {
            drivers = all.filter(file -> file.getFileName().toString().endsWith("Driver.java"))
                    .filter(file -> contains(file, "return BannerRuntime." + runtime.name() + ";"))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toSet());
        }

        assertThat(drivers).hasSize(1);
        assertThat(Files.readString(tests.resolve("RuntimeMatrixTest.java")))
                .contains("new " + drivers.iterator().next() + "()");
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
