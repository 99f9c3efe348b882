package io.github.cookiecharter.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.imports.ImportSamples;
import io.github.cookiecharter.imports.ImportedDeclaration;
import io.github.cookiecharter.imports.format.Formats;
import io.github.cookiecharter.imports.format.ImportException;
import io.github.cookiecharter.imports.format.ImportSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of another tool: a declaration comes of it that the plugin accepts, or a message. */
final class ImportTarget implements FuzzTarget {

    @Override
    public String name() {
        return "import";
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        ImportSamples.all().values().forEach(text -> seeds.add(text.getBytes(StandardCharsets.UTF_8)));
        return seeds;
    }

    @Override
    public List<String> words() {
        return List.of(
                "\"cookies\":[",
                "\"name\":",
                "\"expires\":-1",
                "1e400",
                "null",
                "\"domain\":\".\"",
                "\"path\":\"/\"",
                "\"localStorage\":",
                "\"\\ud800\"",
                "13 months",
                "\"disclosures\":",
                "\"maxAgeSeconds\":",
                "Set-Cookie",
                "Max-Age=",
                "^(a|b)",
                "\"is_regex\":true",
                "\t",
                ";",
                "\"\"");
    }

    @Override
    public Object check(byte[] input, boolean thorough) {
        try {
            Optional<String> yaml = ImportedDeclaration.yaml(
                    List.of(Formats.read(ImportSource.of("f", input))), new ImportedDeclaration.Site("Shop", ""), "s");
            yaml.ifPresent(text ->
                    assertThat(TestCharter.reading(text).declaration()).as(text).isPresent());
            return yaml.orElse("");
        } catch (ImportException e) {
            assertThat(e.words()).startsWith("f:").doesNotContain("\n");
            return e.words();
        }
    }
}
