package io.github.cookiecharter.banner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.cookiecharter.model.Accent;
import io.github.cookiecharter.template.Templates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** The comparison of the runtimes on their page, against the adapters and the bundled files. */
class RuntimesPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/runtimes.md");

    private static final Map<String, RuntimeAdapter> ADAPTERS = new LinkedHashMap<>();

    static {
        ADAPTERS.put("vanilla-cookieconsent", new VanillaCookieConsent());
        ADAPTERS.put("klaro", new Klaro());
        ADAPTERS.put("tarteaucitron", new Tarteaucitron());
    }

    private static final Map<Capability, String> ROWS = Map.of(
            Capability.COOKIE_TABLE, "table of cookies in the preferences",
            Capability.CHOICE_BY_SERVICE, "choice by service",
            Capability.TIME, "time of the choice recorded",
            Capability.ID, "id of the choice recorded",
            Capability.REVISION_IN_RECORD, "revision inside the record",
            Capability.NONCE_ONLY, "scripts allowed by nonce alone");

    @Test
    void the_table_says_what_the_adapters_can_do() throws IOException {
        Map<String, Map<String, String>> table = table();
        assertThat(table.keySet()).containsAll(ROWS.values());
        assertThat(ROWS).containsOnlyKeys(Capability.values());
        ADAPTERS.forEach((name, adapter) -> {
            for (Capability capability : Capability.values()) {
                String row = ROWS.get(capability);
                assertThat(table.get(row).get(name))
                        .as(name + ": " + row)
                        .isEqualTo(adapter.capabilities().contains(capability) ? "yes" : "no");
            }
            assertThat(table.get("choice by category").get(name))
                    .isEqualTo(adapter.capabilities().contains(Capability.CHOICE_BY_SERVICE) ? "no" : "yes");
        });
    }

    @Test
    void versions_and_licences_are_those_of_the_packages() throws IOException {
        Map<String, Map<String, String>> table = table();
        JsonNode packages = new ObjectMapper()
                .readTree(Path.of("src/npm/package-lock.json").toFile())
                .get("packages");
        for (String name : ADAPTERS.keySet()) {
            List<String> versions = new ArrayList<>();
            List<String> licences = new ArrayList<>();
            packages.fields().forEachRemaining(entry -> {
                if (entry.getKey().matches("node_modules/" + name + "(js|\\.js|-js)?")) {
                    versions.add(entry.getValue().get("version").asText());
                    licences.add(entry.getValue().get("license").asText());
                }
            });
            assertThat(versions).as(name).containsExactly(table.get("version").get(name));
            assertThat(licences).as(name).containsExactly(table.get("licence").get(name));
        }
    }

    @Test
    void sizes_are_those_of_the_bundled_files() throws IOException {
        for (Map.Entry<String, RuntimeAdapter> each : ADAPTERS.entrySet()) {
            int bytes = 0;
            for (RuntimeFile file : each.getValue().files(Accent.DEFAULT, new Templates(Optional.empty()))) {
                if (file.kind() != RuntimeFile.Kind.LICENCE) {
                    bytes += compressed(file.content());
                }
            }
            long stated = Long.parseLong(table().get("library and style, compressed")
                    .get(each.getKey())
                    .replace(" KB", ""));
            // Another JDK brings another zlib.
            assertThat(Math.abs(bytes / 1000.0 - stated))
                    .as(each.getKey() + ": " + bytes)
                    .isLessThan(1);
        }
    }

    private static int compressed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.size();
    }

    /** By row and runtime. */
    private static Map<String, Map<String, String>> table() throws IOException {
        Map<String, Map<String, String>> table = new LinkedHashMap<>();
        List<String> names = List.of();
        for (String line : Files.readAllLines(PAGE)) {
            String[] cells = line.split(" *\\| *", -1);
            if (line.startsWith("| | vanilla-cookieconsent")) {
                names = List.of(cells).subList(2, 5);
            } else if (!names.isEmpty() && line.startsWith("| ") && !line.startsWith("| ---")) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), cells[i + 2]);
                }
                table.put(cells[1], row);
            }
        }
        return table;
    }
}
