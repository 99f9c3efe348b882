package io.github.cookiecharter.goal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The templates, scripts and styles as one text, to look names up in. */
public final class TemplateTexts {

    private static final List<Path> FOLDERS = List.of(
            Path.of("src/main/resources/io/github/cookiecharter/templates"),
            Path.of("src/main/js"),
            Path.of("src/main/css"));

    private TemplateTexts() {}

    public static String all() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    all.append(Files.readString(file)).append('\n');
                }
            }
        }
        return all.toString();
    }
}
