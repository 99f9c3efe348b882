package io.github.cookiecharter.scan.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.model.Dependency;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.PathFilter;
import io.github.cookiecharter.scan.model.ScanRequest;
import io.github.cookiecharter.scan.model.TextFile;
import io.github.cookiecharter.scan.model.TextFileConsumer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Opcodes;

/** Scans folders and archives of all kinds, damaged and hostile ones included. */
class ArchivesTest {

    private static final String CLASS = "way/LambdaBody.class";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static byte[] code;

    @BeforeAll
    static void compile() throws IOException {
        Path stubs = CompiledSources.of("stubs.java.txt").compile(shared.resolve("stubs"));
        Path classes = CompiledSources.of("ways.java.txt").compile(shared.resolve("classes"), stubs);
        code = Files.readAllBytes(classes.resolve(CLASS));
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static final class CollectingConsumer implements TextFileConsumer {

        private final List<TextFile> files = new ArrayList<>();

        @Override
        public boolean supports(String path) {
            return path.endsWith(".js");
        }

        @Override
        public void accept(TextFile file) {
            files.add(file);
        }
    }

    private ClassScans.Result scan(
            List<Path> own, List<Path> web, List<Dependency> libraries, TextFileConsumer... consumers) {
        return ClassScans.run(
                new ScanRequest(
                        folder,
                        own,
                        web,
                        List.of(folder.resolve("src/main/resources")),
                        libraries,
                        PathFilter.ALL,
                        Set.of()),
                List.of(consumers));
    }

    private ClassScans.Result scan(Path... own) {
        return scan(List.of(own), List.of(), List.of());
    }

    private static List<String> origins(ClassScans.Result result) {
        return result.evidence().stream()
                .map(one -> one.origin() + " " + one.name().orElse("-"))
                .toList();
    }

    @Test
    void findsOwnClassesAndLibrariesInWar() throws IOException {
        byte[] inner = zip(Map.of(
                CLASS,
                code,
                "META-INF/maven/org.acme/lib/pom.properties",
                text("groupId=org.acme\nartifactId=lib\nversion=1.2\n")));
        byte[] nameless = zip(Map.of(CLASS, code));
        Path first = write("a.war", zip(Map.of("WEB-INF/classes/" + CLASS, code)));
        Path second = write("b.war", zip(Map.of("WEB-INF/lib/lib-1.2.jar", inner)));
        Path third = write("c.jar", zip(Map.of("BOOT-INF/lib/some-3.jar", nameless)));

        assertThat(origins(scan(first))).containsExactly("own in-lambda");
        assertThat(origins(scan(second))).containsExactly("org.acme:lib:1.2 in-lambda");
        assertThat(origins(scan(third))).containsExactly("some-3 in-lambda");
    }

    @Test
    void findsLibrariesInWebFolder() throws IOException {
        write("web/WEB-INF/lib/some.jar", zip(Map.of(CLASS, code)));
        write("web/app.js", text("x"));
        CollectingConsumer consumer = new CollectingConsumer();
        ClassScans.Result result = scan(List.of(), List.of(folder.resolve("web")), List.of(), consumer);
        assertThat(origins(result)).containsExactly("some in-lambda");
        assertThat(consumer.files).containsExactly(new TextFile("web/app.js", Evidence.OWN, "x"));
        assertThat(result.files()).isEqualTo(1);
    }

    @Test
    void displaysFilesByTheirSourcePath() throws IOException {
        write("target/classes/static/a.js", text("a"));
        write("target/classes/static/b.js", text("b"));
        write("src/main/resources/static/a.js", text("a"));
        Path library = write("lib.jar", zip(Map.of("META-INF/resources/c.js", text("c"))));
        CollectingConsumer consumer = new CollectingConsumer();
        scan(
                List.of(folder.resolve("target/classes")),
                List.of(),
                List.of(new Dependency(library, "org.acme:lib:1", true)),
                consumer);
        assertThat(consumer.files)
                .containsExactly(
                        new TextFile("src/main/resources/static/a.js", Evidence.OWN, "a"),
                        new TextFile("target/classes/static/b.js", Evidence.OWN, "b"),
                        new TextFile("META-INF/resources/c.js", "org.acme:lib:1", "c"));
    }

    @Test
    void opensNestedArchivesUpToThreeLevels() throws IOException {
        byte[] archive = zip(Map.of(CLASS, code));
        for (int i = 0; i < 3; i++) {
            archive = zip(Map.of("BOOT-INF/lib/n" + i + ".jar", archive));
        }
        assertThat(origins(scan(write("three.jar", archive)))).containsExactly("n2 in-lambda");
        ClassScans.Result deeper = scan(write("four.jar", zip(Map.of("BOOT-INF/lib/n3.jar", archive))));
        assertThat(deeper.evidence()).isEmpty();
        assertThat(deeper.warnings())
                .singleElement()
                .asString()
                .endsWith("contains archives that are nested too deeply to be read");
    }

    @Test
    void ignoresVersionedClassesOfMultiReleaseJar() throws IOException {
        Path archive = write("many.jar", zip(Map.of("META-INF/versions/17/" + CLASS, code)));
        assertThat(scan(archive).classes()).isZero();
    }

    @Test
    void warnsOfDamagedArchivesAndClasses() throws IOException {
        byte[] good = zip(Map.of(CLASS, code));
        Path cut = write("cut.jar", java.util.Arrays.copyOf(good, good.length / 2));
        Path none = write("none.jar", text("no archive"));
        Map<String, byte[]> classes = new LinkedHashMap<>();
        classes.put("a/Cut.class", java.util.Arrays.copyOf(code, 60));
        classes.put("a/Text.class", text("no class at all, but some text"));
        classes.put("a/Empty.class", new byte[0]);
        classes.put(CLASS, code);
        Path mixed = write("mixed.jar", zip(classes));

        ClassScans.Result result = scan(cut, none, mixed);
        assertThat(origins(result)).containsExactly("own in-lambda");
        assertThat(result.warnings())
                .containsExactly(
                        "a/Cut.class in mixed.jar could not be read: it is damaged, or not a class file",
                        "a/Empty.class in mixed.jar could not be read: it is damaged, or not a class file",
                        "a/Text.class in mixed.jar could not be read: it is damaged, or not a class file",
                        "cut.jar could not be read: it is damaged, or not an archive",
                        "none.jar could not be read: it is damaged, or not an archive");
    }

    @Test
    void warnsOfClassesWhoseCodeIsDamaged() throws IOException {
        byte[] damaged = code.clone();
        int created = 0;
        while (damaged[created] != (byte) Opcodes.NEW || damaged[created + 3] != Opcodes.DUP) {
            created++;
        }
        damaged[created] = (byte) 0xFE;

        ClassScans.Result result = scan(write("code.jar", zip(Map.of(CLASS, damaged))));
        assertThat(result.warnings())
                .containsExactly(
                        CLASS + " in code.jar could not be analysed completely: its code cannot be read, because"
                                + " it is damaged");
    }

    @Test
    void survivesTruncatedAndCorruptedClasses() throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (int i = 0; i < code.length; i += 7) {
            byte[] flipped = code.clone();
            flipped[i] ^= (byte) (1 + i % 255);
            classes.put("f/F" + i + ".class", flipped);
            classes.put("c/C" + i + ".class", java.util.Arrays.copyOf(code, i));
        }
        assertThat(scan(write("flipped.jar", zip(classes))).classes()).isPositive();
    }

    @Test
    void refusesDecompressionBombs() throws IOException {
        Path archive = write(
                "bomb.jar",
                zip(Map.of("META-INF/resources/big.js", new byte[12 << 20], "a/Big.class", new byte[17 << 20])));
        ClassScans.Result result = scan(List.of(archive), List.of(), List.of(), new CollectingConsumer());
        assertThat(result.warnings())
                .containsExactly(
                        "META-INF/resources/big.js could not be read: it is compressed like a zip bomb",
                        "a/Big.class in bomb.jar could not be read: it is larger than 16 MB");
    }

    @Test
    void stopsAtSymbolicLinkCycles() throws IOException {
        write("classes/" + CLASS, code);
        Files.createSymbolicLink(folder.resolve("classes/again"), folder.resolve("classes"));
        ClassScans.Result result = scan(folder.resolve("classes"));
        assertThat(origins(result)).containsExactly("own in-lambda");
        assertThat(result.warnings()).containsExactly("classes/again is a circular link");
    }

    @Test
    void ignoresMissingFoldersAndWarnsOfMissingDependencies() {
        ClassScans.Result result = scan(
                List.of(folder.resolve("none")),
                List.of(folder.resolve("nothing")),
                List.of(new Dependency(folder.resolve("gone.jar"), "org.acme:gone:1", true)));
        assertThat(result.warnings()).containsExactly("org.acme:gone:1 could not be read: it is missing");
    }

    @Test
    void readsSupportedVersionsAndWarnsOfNewerOnes() throws IOException {
        for (int major : new int[] {45, 49, 52, 61, 65, 71}) {
            byte[] versioned = code.clone();
            versioned[7] = (byte) major;
            if (major >= 52) {
                assertThat(origins(scan(write("v" + major + "/" + CLASS, versioned)
                                .getParent()
                                .getParent())))
                        .as("version " + major)
                        .containsExactly("own in-lambda");
            } else {
                scan(write("v" + major + "/" + CLASS, versioned).getParent().getParent());
            }
        }
        byte[] newer = code.clone();
        newer[7] = 90;
        write("new/" + CLASS, newer);
        ClassScans.Result result = scan(folder.resolve("new"));
        assertThat(result.evidence()).isEmpty();
        assertThat(result.warnings())
                .containsExactly(
                        "1 class of new is newer than Java 27 and could not be read: 1 mentions a way to set cookies");
    }

    @Test
    void boundsWhatAnArchiveUnpacksTo() throws IOException {
        byte[] sum = declaring(zip(Map.of("a.js", text("a"), "b.js", text("b"), "c.js", text("c"))), 0xC000_0000);
        ClassScans.Result many = scan(write("sum.jar", sum));
        assertThat(many.warnings()).contains("sum.jar unpacks to more than 4 GB; the rest was skipped");
    }

    @Test
    void readsNoMoreOfAFileThanItsArchiveDeclares() throws IOException {
        Path liar = write("liar.jar", declaring(zip(Map.of("a.js", text("document.cookie = 'a=1'"))), 1));
        CollectingConsumer consumer = new CollectingConsumer();
        ClassScans.Result result = scan(List.of(liar), List.of(), List.of(), consumer);
        assertThat(consumer.files).isEmpty();
        assertThat(result.warnings()).anyMatch(line -> line.startsWith("a.js"));
    }

    /** The archive with another size for each of its files in its directory. */
    private static byte[] declaring(byte[] zip, int size) {
        ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < zip.length - 28; i++) {
            if (bytes.getInt(i) == 0x02014B50) {
                bytes.putInt(i + 24, size);
            }
        }
        return bytes.array();
    }

    @Test
    void appliesPathFilterToClasses() throws IOException {
        write("classes/" + CLASS, code);
        ClassScans.Result result = ClassScans.run(
                new ScanRequest(
                        folder,
                        List.of(folder.resolve("classes")),
                        List.of(),
                        List.of(),
                        List.of(),
                        new PathFilter(List.of(), List.of("way/**")),
                        Set.of()),
                List.of());
        assertThat(result.evidence()).isEmpty();
        assertThat(result.classes()).isEqualTo(1);
    }

    @Test
    void returnsEvidenceInDeterministicOrder() {
        ClassScans.Result first = scan(List.of(shared.resolve("classes")), List.of(), List.of());
        for (int i = 0; i < 5; i++) {
            assertThat(scan(List.of(shared.resolve("classes")), List.of(), List.of()))
                    .isEqualTo(first);
        }
    }

    @Test
    void collectsApiUsagesOfOwnClasses() {
        ClassScans.Result result = CompiledSources.scan(shared.resolve("classes"), shared.resolve("stubs"), Set.of());
        assertThat(result.uses().places("jakarta.servlet.http.HttpServletRequest#getCookies"))
                .singleElement()
                .satisfies(place -> assertThat(place.text()).startsWith("way.Copies#run:"));
        assertThat(result.uses().places("jakarta.servlet.http.Cookie#<extends>"))
                .hasSize(2);
        assertThat(result.uses().places("org.springframework.beans.factory.annotation.Value#@"))
                .isNotEmpty();
        assertThat(result.uses().places("jakarta.servlet.http.Cookie#<init>")).hasSize(5);
        assertThat(result.uses().places("way.Names#<init>")).isEmpty();
    }
}
