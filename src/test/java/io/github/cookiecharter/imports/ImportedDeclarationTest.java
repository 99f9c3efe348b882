package io.github.cookiecharter.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.goal.TestCharter;
import io.github.cookiecharter.imports.format.Formats;
import io.github.cookiecharter.imports.format.ImportException;
import io.github.cookiecharter.imports.format.ImportSource;
import io.github.cookiecharter.imports.model.ImportedFile;
import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.report.CharterCsv;
import io.github.cookiecharter.report.CharterJson;
import io.github.cookiecharter.report.DeviceStorageJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From files of other tools to a declaration that the plugin accepts. */
class ImportedDeclarationTest {

    static Stream<Map.Entry<String, String>> samples() {
        return ImportSamples.all().entrySet().stream();
    }

    static List<Path> declarations() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> charters = Files.list(Path.of("src/test/resources/charters"))) {
            charters.sorted().forEach(files::add);
        }
        files.add(Path.of("src/test/resources/io/github/cookiecharter/report/every-key.yaml"));
        return files;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void eachFormatBecomesADeclarationWithoutValues(Map.Entry<String, String> sample) throws Exception {
        String yaml = yaml("", Map.of(sample.getKey(), sample.getValue()));

        assertThat(TestCharter.of(yaml).services()).isNotEmpty();
        assertThat(yaml).doesNotContain(ImportSamples.SECRET).contains("from " + sample.getKey());
    }

    @Test
    void allTogetherAreMergedByCookie() throws Exception {
        String yaml = yaml("", ImportSamples.all());

        Charter charter = TestCharter.of(yaml);
        assertThat(charter.services().stream()
                        .flatMap(service -> service.cookies().stream())
                        .filter(cookie -> cookie.name().text().equals("theme")))
                .hasSize(1);
        assertThat(yaml).doesNotContain(ImportSamples.SECRET);
    }

    @Test
    void aRecordingTellsAttributesAndLifetimes() throws Exception {
        assertThat(yaml("", Map.of("a", ImportSamples.all().get("a1"))))
                .contains("url: \"https://www.shop.example\"  # review: where the recording began")
                .contains(
                        "      sid:\n        purpose:",
                        "        lifetime: session\n        http-only: true\n        secure: true\n        same-site: Lax\n",
                        "        lifetime: 365 days\n        path: \"/shop\"\n")
                .contains("lifetime: 90 days", "domain: ads.example")
                .contains("only seen as it was sent to www.shop.example")
                .doesNotContain("gone");
    }

    @Test
    void aTableTellsCategoriesPurposesAndWhatIsWrong() throws Exception {
        assertThat(yaml("", Map.of("t", ImportSamples.all().get("a4"))))
                .contains("_pk_id.*", "purpose: Erkennt Besucher", "lifetime: 13 months", "category: statistics")
                .contains("'bad name' is no name of a cookie", "the file says the name _pk_id.#")
                .contains("kind: local-storage", "lifetime: persistent", "the file says Funktional");
    }

    @Test
    void aSanitisedRecordingIsToldAsSuch() throws Exception {
        String har =
                "{\"log\":{\"version\":\"1.2\",\"entries\":[{\"startedDateTime\":\"2026-01-10T09:00:00Z\",\"request\":"
                        + "{\"url\":\"https://a.example/\",\"headers\":[]},\"response\":{\"headers\":[],\"cookies\":[]}}]}}";

        assertThat(read("visit.har", har).warnings()).singleElement().asString().contains("sanitised");
        assertThat(yaml("", Map.of("visit.har", har))).contains("services: {}", "sanitised");
    }

    @Test
    void damagedFilesAreToldWithTheirPosition() {
        assertFault("{\"log\": {\"entries\": [\n{\"a\": ", "f:[2,7] the file ends in the middle of a JSON value");
        assertFault("{\"a\": s3cr3t}", "f:[1,");
        assertFault("[".repeat(5_000), "levels deep");
        assertFault("", "f: the file is empty");
        assertFault("{\"hosts\":{\"requests\":{\"first_party\":[]}}}", "Blacklight");
        assertFault("var config = { services: [] }", "JSON.stringify");
        assertFault("Name,Purpose\n\"a,b\nc", "f:[2,1] a quote begins in this line and does not end");
        assertThatThrownBy(() -> Formats.read(ImportSource.of("f", new byte[] {'{', '\n', (byte) 0xE9, '"'})))
                .isInstanceOf(ImportException.class)
                .hasMessage("f:[2,1] is not UTF-8 from here on: save it with the encoding UTF-8");
    }

    /** Whatever happened to a file on its way: a declaration comes of it that the plugin accepts, or a message. */
    @ParameterizedTest
    @MethodSource("samples")
    void mutatedFilesBecomeDeclarationsOrMessages(Map.Entry<String, String> sample) {
        Random random = new Random(21);
        for (int i = 0; i < 60; i++) {
            byte[] mutant = mutant(sample.getValue().getBytes(StandardCharsets.UTF_8), random);
            try {
                Optional<String> yaml = ImportedDeclaration.yaml(
                        List.of(Formats.read(ImportSource.of("f", mutant))),
                        new ImportedDeclaration.Site("Shop", ""),
                        "s.json");
                assertThat(yaml).as(new String(mutant, StandardCharsets.UTF_8)).isPresent();
            } catch (ImportException e) {
                assertThat(e.words()).startsWith("f:").doesNotContain("\n", ImportSamples.SECRET);
            }
        }
    }

    private static byte[] mutant(byte[] sample, Random random) {
        byte[] mutant = random.nextInt(6) == 0 ? Arrays.copyOf(sample, random.nextInt(sample.length)) : sample.clone();
        byte[] signs = "\"{}[]:,;\t\n*^$\\0-. \u00e9".getBytes(StandardCharsets.UTF_8);
        for (int edits = random.nextInt(6); edits > 0 && mutant.length > 0; edits--) {
            int at = random.nextInt(mutant.length);
            switch (random.nextInt(3)) {
                case 0 -> mutant[at] = signs[random.nextInt(signs.length)];
                case 1 -> mutant[at] = mutant[random.nextInt(mutant.length)];
                default -> {
                    int length = Math.min(random.nextInt(12), mutant.length - at);
                    System.arraycopy(mutant, random.nextInt(mutant.length - length + 1), mutant, at, length);
                }
            }
        }
        return mutant;
    }

    @Test
    void utf16WithAByteOrderMarkIsRead() throws Exception {
        byte[] bytes = "\uFEFFName,Purpose\na,b\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(Formats.read(ImportSource.of("f", bytes)).cookies()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void importOfCharterJsonLosesNothing(Path file) throws Exception {
        Charter charter = TestCharter.of(Files.readString(file));
        String json = text(CharterJson.generate(charter));

        String yaml = yaml("", Map.of("charter.json", json));

        assertThat(text(CharterJson.generate(TestCharter.of(yaml))).lines().toList())
                .containsExactlyElementsOf(json.lines().toList());
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void importOfDeviceStorageLosesNothing(Path file) throws Exception {
        Charter charter = TestCharter.of(Files.readString(file));
        String json = text(DeviceStorageJson.generate(charter));

        String yaml = yaml(charter.site().url().toString(), Map.of("d.json", json));

        assertThat(items(text(DeviceStorageJson.generate(TestCharter.of(yaml)))))
                .containsExactlyInAnyOrderElementsOf(items(json));
    }

    private static List<String> items(String json) {
        return Stream.of(json.split("\\{", -1))
                .filter(item -> item.contains("identifier"))
                .map(item -> item.substring(0, item.indexOf('}')))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void importOfCsvLosesNothing(Path file) throws Exception {
        Charter charter = TestCharter.of(Files.readString(file));
        String csv = text(CharterCsv.artefacts(charter, TestCharter.LANGUAGES).get(0));

        String yaml = yaml(charter.site().url().toString(), Map.of("c", csv));

        String again = text(CharterCsv.artefacts(TestCharter.of(yaml), TestCharter.LANGUAGES)
                .get(0));
        assertThat(columns(again)).containsExactlyInAnyOrderElementsOf(columns(csv));
    }

    // The file does not tell the language, in which the texts of the plugin itself are.
    private static List<String> columns(String csv) {
        List<String> rows = new ArrayList<>();
        csv.lines().forEach(line -> {
            List<String> cells = new ArrayList<>(List.of(line.split("\",\"", -1)));
            if (!cells.get(2).startsWith("cookie-consent")) {
                cells.set(1, "");
                cells.set(14, "");
                rows.add(String.join(",", cells));
            }
        });
        return rows;
    }

    private static void assertFault(String content, String message) {
        assertThatThrownBy(() -> read("f", content))
                .isInstanceOf(ImportException.class)
                .message()
                .contains(message)
                .doesNotContain(ImportSamples.SECRET);
    }

    private static ImportedFile read(String name, String content) throws ImportException {
        return Formats.read(ImportSource.of(name, content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String yaml(String url, Map<String, String> files) throws ImportException {
        List<ImportedFile> read = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            read.add(read(file.getKey(), file.getValue()));
        }
        return ImportedDeclaration.yaml(read, new ImportedDeclaration.Site("Shop", url), "s.json")
                .orElseThrow();
    }

    private static String text(Artefact artefact) {
        return new String(artefact.content(), StandardCharsets.UTF_8);
    }
}
