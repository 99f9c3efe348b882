package io.github.cookiecharter.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mustachejava.DefaultMustacheFactory;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** What is set up otherwise in the engine leaves its output as it is. */
class TemplatesPropertyTest {

    private static final Map<String, Object> CONTEXT = Map.of(
            "x", "X", "yes", true, "no", false, "none", List.of(), "two", List.of(Map.of("y", "1"), Map.of("y", "2")));

    private Path folder = Path.of("");

    @BeforeProperty
    void create() throws IOException {
        folder = Files.createTempDirectory("templates");
    }

    @AfterProperty
    void remove() throws IOException {
        for (String name : List.of("a.mustache", "b.mustache", "c.mustache")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }

    @Property(tries = 1000, seed = "2026")
    void everyTemplateIsFilledAsTheEngineFillsIt(@ForAll("templates") String template, @ForAll("texts") String partial)
            throws IOException {
        Map<String, String> files =
                Map.of("a.mustache", template, "b.mustache", partial, "c.mustache", "{{x}}" + partial);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        StringWriter expected = new StringWriter();
        new DefaultMustacheFactory(name -> new StringReader(files.get(name)))
                .compile("a.mustache")
                .execute(expected, CONTEXT)
                .flush();

        Templates templates = new Templates(Optional.of(folder));
        assertThat(templates.html("a", CONTEXT)).isEqualTo(expected.toString());
        assertThat(templates.htmlBytes("a", CONTEXT))
                .isEqualTo(expected.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(templates.html("a", CONTEXT)).isEqualTo(expected.toString());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "é–", "\n", "\n\n", "  ", "}", "word\n", "\tx\n", "; (x")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> templates() {
        return pieces(2).list().ofMaxSize(6).map(parts -> String.join("", parts));
    }

    private Arbitrary<String> pieces(int depth) {
        Arbitrary<String> flat = Arbitraries.oneOf(
                texts(),
                Arbitraries.of(
                        "{{x}}", "{{{x}}}", "{{! a note }}", "\n{{! alone }}\n", "{{>b}}", "\n{{>c}}\n", "{{&x}}"));
        if (depth == 0) {
            return flat;
        }
        Arbitrary<String> inner =
                Arbitraries.lazy(() -> pieces(depth - 1)).list().ofMaxSize(4).map(parts -> String.join("", parts));
        Arbitrary<String> sections = Arbitraries.of("#yes", "#no", "^yes", "^no", "#two", "#none", "^none")
                .flatMap(tag -> inner.flatMap(text -> Arbitraries.of("", "\n")
                        .map(end -> "{{" + tag + "}}" + end + text + "{{/" + tag.substring(1) + "}}" + end)));
        return Arbitraries.oneOf(flat, flat, sections);
    }
}
