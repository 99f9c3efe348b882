package io.github.cookiecharter.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.template.OwnTemplates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The templates that a site may replace: each is there, each has its effect, all are documented, and no other one is one. */
class ReplaceableTemplatesTest {

    private static final Path BUILT_IN = Path.of("src/main/resources/io/github/cookiecharter/templates");
    private static final Path PAGE = Path.of("src/site/markdown/templates.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z/-]+)` \\|");

    private static final String DECLARATION = """
            site: { name: Acme, url: https://www.acme.example/, languages: [en, fr], controller: Acme Ltd, contact: privacy@acme.example }
            banner: { runtime: tarteaucitron }
            policy: { sections: [intro, what-is-a-cookie, kinds, cookies, choices, contact, history] }
            providers: { video: { name: Video Ltd } }
            services:
              session:
                category: necessary
                cookies:
                  SESSION: { lifetime: session, role: session, purpose: Keep you signed in while you work }
              videos:
                category: preferences
                name: Videos
                purpose: Show videos
                provider: video
                scripts: [https://video.example/player.js]
                frames: ["https://video.example/embed/*"]
            """;

    @TempDir
    private Path folder;

    static List<String> replaceable() {
        return OwnTemplates.REPLACEABLE;
    }

    @ParameterizedTest
    @MethodSource("replaceable")
    void aTemplateOfTheSiteChangesWhatIsGenerated(String name) throws Exception {
        write(name, Files.readString(BUILT_IN.resolve(name + ".mustache")) + "REPLACED");

        assertThat(generate())
                .anySatisfy(artefact -> assertThat(new String(artefact.content(), StandardCharsets.UTF_8))
                        .contains("REPLACED"));
    }

    @Test
    void everyOtherBuiltInTemplateIsRefused() throws Exception {
        Set<String> others = new TreeSet<>(builtIn());
        others.removeAll(replaceable());
        for (String name : others) {
            write(name, "REPLACED");
        }

        assertThat(others).isNotEmpty();
        assertThat(OwnTemplates.unused(folder))
                .containsExactlyElementsOf(
                        others.stream().map(name -> name + ".mustache").toList());
    }

    @Test
    void theDocumentationNamesAllOfThem() throws IOException {
        assertThat(ROW.matcher(Files.readString(PAGE)).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(replaceable());
    }

    private static Set<String> builtIn() throws IOException {
        try (Stream<Path> files = Files.walk(BUILT_IN)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> BUILT_IN.relativize(file).toString().replace('\\', '/'))
                    .map(name -> name.replace(".mustache", ""))
                    .collect(Collectors.toSet());
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".mustache");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<Artefact> generate() throws ParameterException {
        Generator.GenerateOutput output = new ArtefactPipeline()
                .generate(
                        new Generator.GenerateInput(
                                "cookies.yaml",
                                EnumSet.allOf(ArtefactType.class),
                                "com.example.Cookies",
                                "/cookie-charter/",
                                Optional.of(folder),
                                new RuleParameters("never", Map.of(), "", folder),
                                "cookies.yaml",
                                "1",
                                List.of(),
                                folder.resolve("cookies.history"),
                                io.github.cookiecharter.declaration.Parts.NONE,
                                false),
                        DECLARATION.getBytes(StandardCharsets.UTF_8));
        assertThat(output.diagnostics()).isEmpty();
        return output.artefacts();
    }
}
