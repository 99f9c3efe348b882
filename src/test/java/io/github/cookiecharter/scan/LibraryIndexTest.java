package io.github.cookiecharter.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.classpath.ClassPath;
import io.github.cookiecharter.scan.classpath.LibraryArchive;
import io.github.cookiecharter.scan.classpath.ScanWarnings;
import io.github.cookiecharter.scan.model.Dependency;
import io.github.cookiecharter.scan.model.ScanResult;
import io.github.cookiecharter.scan.store.IndexStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Whatever the index contains, the scan finds the same as without it. */
class LibraryIndexTest extends LibraryIndexCase {

    /** Own classes as they may follow each other; each changes what the analysis of the library finds, or nothing. */
    private static final List<Map<String, String>> OWN = List.of(
            Map.of("own.App", APP),
            Map.of("own.App", APP.replace("\"one\"", "\"two\"")),
            Map.of("own.App", APP.replace("lib.Helper.set(response, \"one\");", "")),
            Map.of("own.App", APP, "own.Other", "package own; class Other { int value = 1; }"),
            Map.of("own.App", APP, "own.Other", "package own; class Other { int value = 2; }"),
            Map.of(
                    "own.App",
                    APP,
                    "own.OwnNames",
                    "package own; class OwnNames implements lib.Names { public String name() { return \"own-name\"; } }"),
            Map.of(
                    "own.App",
                    APP,
                    "own.OwnNames",
                    "package own; class OwnNames implements lib.Names { public String name() { return \"new-name\"; } }"),
            Map.of("own.App", APP, "own.Set", "package own; class Set { { lib.Settings.name = \"set-by-own\"; } }"),
            Map.of(
                    "own.App",
                    APP,
                    "lib.Settings",
                    "package lib; public class Settings { public static String name = \"hidden\"; }"),
            Map.of("own.App", APP));

    @Test
    void findsTheSameColdAndWarm() {
        assertThat(names(assertSame())).contains("one", "by-default", "from-settings", "fixed", "from-script", "kept");
        assertThat(notes).isEmpty();
    }

    @Test
    void opensNoArchiveWhoseIndexIsKnown() {
        scanWithIndex();
        ScanWarnings warnings = new ScanWarnings();
        try (ClassPath classPath = ClassPath.open(request(), warnings, IndexStore.of(Optional.of(location())))) {
            assertThat(classPath.entries().stream()
                            .filter(entry -> !entry.isOwn())
                            .map(entry -> entry.library().flatMap(LibraryArchive::classTable)))
                    .hasSize(3)
                    .allMatch(Optional::isPresent);
        }
    }

    @Test
    void followsEachChangeOfOwnClasses() throws IOException {
        for (Map<String, String> sources : OWN) {
            own(sources);
            assertSame();
        }
        for (int from = OWN.size() - 1; from >= 0; from -= 2) {
            own(OWN.get(from));
            assertSame();
        }
    }

    @Test
    void doesNotAnalyseLibrariesAgainForAChangeThatTheyCannotReach() throws IOException {
        own(OWN.get(3));
        assertSame();
        Map<String, String> before = digests();
        own(OWN.get(4));
        assertSame();
        assertThat(digests()).isEqualTo(before);
    }

    @Test
    void makesDamagedAndMissingFilesAnew() throws IOException {
        ScanResult expected = assertSame();
        Map<String, String> whole = digests();
        for (Path file : indexFiles()) {
            for (byte[] damaged : damages(Files.readAllBytes(file))) {
                Files.write(file, damaged);
                assertThat(scanWithIndex()).as(file.toString()).isEqualTo(expected);
            }
            Files.delete(file);
            assertThat(scanWithIndex()).as(file.toString()).isEqualTo(expected);
        }
        assertThat(digests()).isEqualTo(whole);
    }

    private static List<byte[]> damages(byte[] whole) {
        List<byte[]> damages = new ArrayList<>(List.of(new byte[0], text("no index at all")));
        for (int at : new int[] {0, 12, whole.length / 2, whole.length - 1}) {
            if (at >= 0 && at < whole.length) {
                byte[] flipped = whole.clone();
                flipped[at] ^= 1;
                damages.add(flipped);
            }
        }
        damages.add(java.util.Arrays.copyOf(whole, whole.length / 2));
        return damages;
    }

    @Test
    void ignoresTheIndexOfAnotherVersion() throws IOException {
        assertSame();
        Map<String, String> others = digests();
        version = "2";
        assertSame();
        assertThat(digests()).containsAllEntriesOf(others).hasSize(2 * others.size());
    }

    @Test
    void scansWithoutAnIndexThatCannotBeWritten() throws IOException {
        Files.createDirectories(index.getParent());
        Files.writeString(index, "a file where the folder should be");
        assertSame();
        assertThat(notes).hasSize(2).allMatch(note -> note.startsWith("The index of the libraries could not be "));
    }

    @Test
    void followsAnArchiveThatIsChangedInPlaceWithTheSameSizeAndTime() throws IOException {
        assertThat(names(assertSame())).contains("fixed");
        var time = Files.getLastModifiedTime(library);
        long size = Files.size(library);
        Map<String, String> changed = new HashMap<>(LIBRARY);
        changed.put("lib.Writer", LIBRARY.get("lib.Writer").replace("fixed", "mixed"));
        jar("lib.jar", compiled(changed, changed));
        byte[] content = Files.readAllBytes(library);
        // A comment fills the archive up to the old size.
        int padding = (int) (size - content.length);
        assertThat(padding).isBetween(0, 0xffff);
        byte[] padded = java.util.Arrays.copyOf(content, content.length + padding);
        padded[content.length - 2] = (byte) padding;
        padded[content.length - 1] = (byte) (padding >> 8);
        Files.write(library, padded);
        Files.setLastModifiedTime(library, time);
        assertThat(Files.size(library)).isEqualTo(size);
        assertThat(names(assertSame())).contains("mixed").doesNotContain("fixed");
    }

    @Test
    void isSafeForBuildsAtTheSameTime() throws Exception {
        ScanResult expected = Scanner.run(request());
        int builds = 4;
        CyclicBarrier start = new CyclicBarrier(builds);
        ExecutorService threads = Executors.newFixedThreadPool(builds);
        try {
            List<Future<ScanResult>> results = new ArrayList<>();
            for (int i = 0; i < builds; i++) {
                Callable<ScanResult> build = () -> {
                    start.await();
                    return scanWithIndex();
                };
                results.add(threads.submit(build));
            }
            for (Future<ScanResult> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(scanWithIndex()).isEqualTo(expected);
        assertThat(indexFiles()).noneMatch(file -> file.toString().endsWith(".new"));
    }

    @Test
    void repeatsTheWarningsAboutAnArchive() throws IOException {
        Map<String, byte[]> files = new TreeMap<>(compiled(LIBRARY, LIBRARY));
        files.put("lib/Broken.class", text("no class"));
        files.put("lib/Future.class", withMajorVersion(files.get("lib/Names.class"), 200));
        jar("lib.jar", files);
        assertThat(assertSame().warnings()).hasSize(2);
        jar("lib.jar", Map.of("no", text("archive")));
        Files.writeString(library, "no archive");
        assertThat(assertSame().warnings()).hasSize(1);
        Files.delete(library);
        assertThat(assertSame().warnings()).hasSize(1);
    }

    private static byte[] withMajorVersion(byte[] type, int version) {
        byte[] changed = type.clone();
        changed[7] = (byte) version;
        return changed;
    }

    @Test
    void keepsApartWhatDependsOnMoreThanTheArchive() throws IOException {
        assertSame();
        // The same content under other coordinates, in another order, not reported, and twice.
        libraries.set(0, new Dependency(library, "org.acme:renamed:2", true));
        assertSame();
        libraries.add(libraries.remove(0));
        assertSame();
        libraries.set(2, new Dependency(library, "org.acme:renamed:2", false));
        assertSame();
        Path copy = Files.copy(library, folder.resolve("copy.jar"));
        libraries.set(2, new Dependency(library, "org.acme:lib:1", true));
        libraries.add(new Dependency(copy, "org.acme:lib:1", true));
        assertSame();
    }

    @Test
    void readsFoldersAndNestedArchivesAnew() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("module/lib"));
        Map<String, byte[]> files = compiled(LIBRARY, LIBRARY);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(classes.getParent().resolve(file.getKey()), file.getValue());
        }
        Path overlay = jar("overlay.war", Map.of("WEB-INF/lib/inner.jar", Files.readAllBytes(library)));
        libraries.set(0, new Dependency(classes.getParent(), "org.acme:module:1", true));
        assertSame();
        Map<String, String> changed = new HashMap<>(LIBRARY);
        changed.put("lib.Writer", LIBRARY.get("lib.Writer").replace("fixed", "mixed"));
        Files.write(classes.resolve("Writer.class"), compiled(changed, changed).get("lib/Writer.class"));
        assertThat(names(assertSame())).contains("mixed").doesNotContain("fixed");
        libraries.set(0, new Dependency(overlay, "org.acme:overlay:1", true));
        assertThat(names(assertSame())).contains("fixed");
    }
}
