package io.github.cookiecharter.scan.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.IndexLocation;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexStoreTest {

    @TempDir
    Path folder;

    private IndexStore store(String version) {
        return IndexStore.of(Optional.of(new IndexLocation(folder, version, note -> {})));
    }

    @Test
    void readsBackWhatEvidenceItWrote() {
        List<Evidence> evidence = List.of(
                new Evidence(
                        Optional.of("näme \ud800"),
                        Kind.COOKIE,
                        StorageAction.SETS,
                        new CodePlace.Code("a.B", "<init>", OptionalInt.of(3), Optional.of("B.java")),
                        "g:a:1",
                        Certainty.CERTAIN,
                        "new Cookie",
                        new ObservedAttributes(
                                Optional.of(new Lifetime.Lasting(13, ChronoUnit.MONTHS)),
                                Optional.of(true),
                                Optional.of(false),
                                Optional.of(SameSite.LAX),
                                Optional.of("example.org"),
                                Optional.of("/")),
                        true),
                new Evidence(
                        Optional.empty(),
                        Kind.LOCAL_STORAGE,
                        StorageAction.DELETES,
                        new CodePlace.Code("a.B", "c", OptionalInt.empty(), Optional.empty()),
                        "g:a:1",
                        Certainty.UNRESOLVED,
                        "",
                        ObservedAttributes.UNKNOWN,
                        false),
                new Evidence(
                        Optional.of("p*"),
                        Kind.INDEXED_DB,
                        StorageAction.SETS,
                        new CodePlace.Text("a/b.js", new SourcePosition(7, 9, "c")),
                        "g:a:1",
                        Certainty.PATTERN,
                        "x".repeat(70_000),
                        new ObservedAttributes(
                                Optional.of(new Lifetime.Session()),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        false));
        RecordWriter out = new RecordWriter();
        out.list(evidence, out::evidence);
        RecordReader in = new RecordReader(out.toBytes());
        assertThat(in.list(in::evidence)).isEqualTo(evidence);
    }

    @Test
    void separatesVersions() {
        IndexStore first = store("1");
        first.write("a", new byte[] {1});
        assertThat(first.read("a")).isEmpty();
        first.commit();
        assertThat(first.read("a")).contains(new byte[] {1});
        assertThat(store("2").read("a")).isEmpty();
    }

    @Test
    void readsNothingFromADamagedFileAndWritesItAnew() throws IOException {
        byte[] payload = "what a build has found".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        IndexStore store = store("1");
        store.write("a", payload);
        store.commit();
        Path file = files().stream()
                .filter(one -> one.getFileName().toString().equals("a"))
                .findFirst()
                .orElseThrow();
        byte[] whole = Files.readAllBytes(file);
        for (byte[] damaged : damages(whole)) {
            Files.write(file, damaged);
            assertThat(store.read("a")).isEmpty();
        }
        store.write("a", payload);
        store.commit();
        assertThat(store.read("a")).contains(payload);
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    /** Returns the file cut at each length, with each byte changed, with more at its end, and random ones. */
    private static List<byte[]> damages(byte[] whole) {
        List<byte[]> damages = new ArrayList<>();
        for (int at = 0; at < whole.length; at++) {
            damages.add(Arrays.copyOf(whole, at));
            byte[] flipped = whole.clone();
            flipped[at] ^= 4;
            damages.add(flipped);
        }
        damages.add(Arrays.copyOf(whole, whole.length + 1));
        Random random = new Random(7);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            damages.add(bytes);
        }
        return damages;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void deletesWhatWasNotUsedForLong() throws IOException {
        IndexStore store = store("1");
        store.write("old", new byte[] {1});
        store.write("used", new byte[] {2});
        store.commit();
        FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(100)));
        for (Path file : files()) {
            Files.setLastModifiedTime(file, old);
        }
        assertThat(store.read("used")).isPresent();
        store.write("new", new byte[] {3});
        store.commit();
        assertThat(store.read("used")).isPresent();
        assertThat(store.read("old")).isEmpty();
    }
}
