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
import java.util.List;
import java.util.Map;
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
        String har = "{\"log\":{\"version\":\"1.2\",\"entries\":[{\"startedDateTime\":\"2026-01-10T09:00:00Z\",\"request\":"
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

        assertThat(text(CharterJson.generate(TestCharter.of(yaml)))).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void importOfDeviceStorageLosesNothing(Path file) throws Exception {
        Charter charter = TestCharter.of(Files.readString(file));
        String json = text(DeviceStorageJson.generate(charter));

        String yaml = yaml(charter.site().url().toString(), Map.of("d.json", json));

        String disclosures = json.substring(0, json.indexOf("\"domains\": [\n    {"));
        assertThat(items(text(DeviceStorageJson.generate(TestCharter.of(yaml)))))
                .containsExactlyInAnyOrderElementsOf(items(disclosures));
    }

    private static List<String> items(String json) {
        return Stream.of(json.split("\\{", -1)).filter(item -> item.contains("identifier")).map(item -> item.substring(0, item.indexOf('}'))).toList();
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void importOfCsvLosesNothing(Path file) throws Exception {
        Charter charter = TestCharter.of(Files.readString(file));
        String csv = text(CharterCsv.artefacts(charter, TestCharter.LANGUAGES).get(0));

        String yaml = yaml(charter.site().url().toString(), Map.of("c", csv));

        String again = text(CharterCsv.artefacts(TestCharter.of(yaml), TestCharter.LANGUAGES).get(0));
        assertThat(columns(again)).containsExactlyInAnyOrderElementsOf(columns(csv));
    }

    // The file does not tell the language, in which some columns are.
    private static List<List<String>> columns(String csv) {
        List<List<String>> rows = new ArrayList<>();
        csv.lines().forEach(line -> rows.add(Stream.of(line.split("\",\"", -1)).toList()));
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
