package io.github.cookiecharter.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the integration projects against their folders. */
class IntegrationProjectsTest {

    private static final Path PROJECTS = Path.of("src-it");

    @Test
    void theTableSaysWhatEachProjectProves() throws IOException {
        List<String> folders;
        try (Stream<Path> all = Files.list(PROJECTS)) {
            folders = all.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .map(folder -> folder.getFileName().toString())
                    .toList();
        }

        assertThat(MarkdownTable.of(PROJECTS.resolve("README.md"), "| project |"))
                .containsOnlyKeys(folders)
                .allSatisfy((name, proof) -> assertThat(proof).hasSizeGreaterThan(20));
    }
}
