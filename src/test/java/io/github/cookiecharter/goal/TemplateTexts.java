package io.github.cookiecharter.goal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The templates as one text, to look names up in. */
public final class TemplateTexts {

    private static final Path TEMPLATES = Path.of("src/main/resources/io/github/cookiecharter/templates");

    private TemplateTexts() {}

    public static String all() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.append(Files.readString(file)).append('\n');
            }
        }
        return all.toString();
    }
}
