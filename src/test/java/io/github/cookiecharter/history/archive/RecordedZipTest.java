package io.github.cookiecharter.history.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cookiecharter.output.Artefact;
import io.github.cookiecharter.output.OutputRoot;
import io.github.cookiecharter.output.WebManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zip file of a recorded charter: its bytes, and what is refused when it is read. */
class RecordedZipTest {

    private static final List<Artefact> FILES = List.of(
            Artefact.text(
                    OutputRoot.WEB_PATH, "policy.html", "<p data-charter=\"" + WebManifest.PLACEHOLDER + "\">é</p>"),
            Artefact.text(OutputRoot.WEB_PATH, "charter.json", "{}"),
            Artefact.text(OutputRoot.WEB_PATH, "head.html", "<script>"),
            Artefact.text(OutputRoot.WEB_ROOT, ".well-known/gpc.json", "{\"gpc\": true}"),
            Artefact.text(OutputRoot.SOURCES, "Cookies.java", "class Cookies {}"));

    @TempDir
    private Path folder;

    private static byte[] pack(List<Artefact> files) {
        WebManifest manifest = WebManifest.of(files);
        return RecordedZip.pack(files.stream().map(manifest::complete).toList(), manifest, new byte[0]);
    }

    private RecordedZip zip(byte[] bytes) throws IOException {
        return new RecordedZip(Files.write(folder.resolve("recorded.zip"), bytes));
    }

    private RecordedZip zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return zip(bytes.toByteArray());
    }

    @Test
    void theSameFilesInAnyOrderGiveTheSameBytes() {
        List<Artefact> reversed = new ArrayList<>(FILES);
        Collections.reverse(reversed);
        assertThat(pack(reversed)).isEqualTo(pack(FILES));
    }

    @Test
    void whatWasPackedIsReadBack() throws IOException {
        RecordedZip zip = zip(pack(FILES));
        zip.verify();
        assertThat(zip.hash()).isEqualTo(WebManifest.of(FILES).hash());
        assertThat(zip.charter()).isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        Path target = folder.resolve("unpacked");
        zip.extract(target);
        assertThat(target.resolve("cookie-charter/policy.html"))
                .hasContent("<p data-charter=\"" + zip.hash() + "\">é</p>");
        assertThat(target.resolve(".well-known/gpc.json")).exists();
        assertThat(target.resolve("Cookies.java")).doesNotExist();
    }

    @Test
    void aChangedFileIsFound() throws IOException {
        byte[] bytes = pack(FILES);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertDamaged(zip(text.replace("<script>", "<scr!pt>").getBytes(StandardCharsets.ISO_8859_1)), "is damaged");
        for (int i : new int[] {bytes.length / 2, bytes.length - 30}) {
            byte[] cut = java.util.Arrays.copyOf(bytes, i);
            assertDamaged(zip(cut), "is damaged: it cannot be read as a zip file");
        }
        assertDamaged(zip(new byte[0]), "is damaged: it cannot be read as a zip file");
    }

    @Test
    void aZipOfSomethingElseIsNamed() throws IOException {
        assertDamaged(zip(Map.of("readme.txt", "text")), "is no recorded charter: it lacks 'manifest.txt'");
        Map<String, String> extra = new LinkedHashMap<>();
        extra.put("manifest.txt", "");
        extra.put("cookie-charter/more.js", "x");
        assertDamaged(zip(extra), "contains 'cookie-charter/more.js', which its manifest does not list");
        String line = "0".repeat(64) + "  cookie-charter/policy.html\n";
        assertDamaged(zip(Map.of("manifest.txt", line)), "is damaged: it lacks 'cookie-charter/policy.html'");
        assertDamaged(zip(Map.of("manifest.txt", "x" + line)), "is damaged: its manifest has the line");
        assertDamaged(
                zip(Map.of("manifest.txt", line.replace("policy", "z") + line)),
                "is damaged: its manifest is not in order");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("manifest.txt", line);
        other.put("cookie-charter/policy.html", "x");
        assertDamaged(zip(other), "is damaged: 'cookie-charter/policy.html' is not the file that its manifest lists");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.txt",
                "/outside.txt",
                "a/../../outside.txt",
                "a\\outside.txt",
                "C:outside.txt",
                "a//b",
                "a/"
            })
    void noEntryLeavesTheFolder(String name) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("manifest.txt", "");
        entries.put(name, name.endsWith("/") ? "" : "x");
        RecordedZip zip = zip(entries);
        assertDamaged(zip, "has the entry '");
        assertThatThrownBy(() -> zip.extract(folder.resolve("unpacked"))).isInstanceOf(IOException.class);
        assertThat(folder.resolve("unpacked")).doesNotExist();
        assertThat(folder.resolve("outside.txt")).doesNotExist();
    }

    private static void assertDamaged(RecordedZip zip, String message) {
        assertThatThrownBy(zip::verify).isInstanceOf(IOException.class).hasMessageStartingWith(message);
    }

    @Test
    void namesAreInTheOrderOfRecording() {
        assertThat(
                        List.of("2026-11-01-r9.zip", "2026-11-01-r5-2.zip", "2026-11-02-r1.zip", "2026-11-01-r5-10.zip")
                                .stream()
                                .map(name -> RecordedName.parse(name).orElseThrow())
                                .sorted()
                                .map(RecordedName::fileName))
                .containsExactly(
                        "2026-11-01-r9.zip", "2026-11-01-r5-2.zip", "2026-11-01-r5-10.zip", "2026-11-02-r1.zip");
        assertThat(List.of(
                        "2026-02-30-r1.zip",
                        "2026-11-01-r0.zip",
                        "2026-11-01-r9999999999.zip",
                        "a.zip",
                        "2026-11-01.zip"))
                .allMatch(name -> RecordedName.parse(name).isEmpty());
    }
}
