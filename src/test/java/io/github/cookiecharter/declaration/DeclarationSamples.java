package io.github.cookiecharter.declaration;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The declarations that the tests of this package read. */
final class DeclarationSamples {

    private DeclarationSamples() {}

    /** A reader with a few texts that can be overridden. */
    static DeclarationReader reader() {
        return new DeclarationReader(Set.of("title", "intro"), Set.of("accept-all", "reject-all"))
                .withTextsIn(tag -> !tag.equals("ar"));
    }

    static DeclarationResult read(String yaml) {
        return reader().read(yaml.getBytes(StandardCharsets.UTF_8));
    }

    static Declaration readGood(String yaml) {
        DeclarationResult result = read(yaml);
        return result.declaration()
                .orElseThrow(() -> new AssertionError(result.diagnostics().toString()));
    }

    /** The YAML files of a folder beside this class. */
    static Stream<Path> files(String folder) throws IOException {
        return yamlFiles(resource("/io/github/cookiecharter/declaration/" + folder));
    }

    /** The charters of real sites. */
    static Stream<Path> charters() throws IOException {
        return yamlFiles(resource("/charters"));
    }

    static Path expected(Path yaml) {
        return yaml.resolveSibling(yaml.getFileName().toString().replace(".yaml", ".expected"));
    }

    private static Stream<Path> yamlFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> yaml = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            return yaml.stream();
        }
    }

    private static Path resource(String name) {
        URL url = Objects.requireNonNull(DeclarationSamples.class.getResource(name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
