package io.github.cookiecharter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Java that the documentation shows is that of the integration projects, where it runs. */
class DocumentationTest {

    private static final Path PAGES = Path.of("src/site/markdown");
    private static final Pattern SNIPPET =
            Pattern.compile("(?:<!-- (src-it/\\S+) -->\n)?```java\n(.*?)```", Pattern.DOTALL);

    static Stream<Path> pages() throws IOException {
        return Files.walk(PAGES).filter(file -> file.toString().endsWith(".md"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySnippetOfJavaRunsSomewhere(Path page) throws IOException {
        Matcher snippet = SNIPPET.matcher(Files.readString(page));
        while (snippet.find()) {
            assertThat(snippet.group(1)).as(snippet.group(2)).isNotNull();
            assertThat(withoutIndentation(Files.readString(Path.of(snippet.group(1)))))
                    .contains(withoutIndentation(snippet.group(2)));
        }
    }

    @Test
    void thereAreSnippets() throws IOException {
        assertThat(SNIPPET.matcher(Files.readString(PAGES.resolve("server-side.md")))
                        .results())
                .hasSize(3);
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("(?m)^ +", "");
    }
}
