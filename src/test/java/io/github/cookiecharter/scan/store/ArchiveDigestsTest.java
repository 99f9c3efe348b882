package io.github.cookiecharter.scan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cookiecharter.scan.model.IndexLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveDigestsTest {

    private static final long AN_HOUR = 3_600_000;

    @TempDir
    Path folder;

    private ArchiveDigests digests(IndexStore store) {
        return new ArchiveDigests(store, () -> System.currentTimeMillis() + AN_HOUR);
    }

    private IndexStore store() {
        return IndexStore.of(Optional.of(new IndexLocation(folder.resolve("index"), "1", note -> {})));
    }

    private static boolean hasChangeTime(Path file) throws IOException {
        try {
            return Files.getAttribute(file, "unix:ctime") != null;
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    @Test
    void readsAnArchiveOnlyOnceUntilItChanges() throws IOException {
        Path archive = Files.writeString(folder.resolve("a.jar"), "content");
        assumeTrue(hasChangeTime(archive));
        IndexStore store = store();
        ArchiveDigests first = digests(store);
        assertThat(first.sha256(archive)).contains(Digests.of("content"));
        first.save();
        store.commit();
        assertThat(digests(store()).isKnown(archive)).isTrue();
        assertThat(digests(store()).sha256(archive)).contains(Digests.of("content"));
    }

    @Test
    void noticesAChangeThatKeepsSizeAndTime() throws IOException {
        Path archive = Files.writeString(folder.resolve("a.jar"), "content");
        assumeTrue(hasChangeTime(archive));
        IndexStore store = store();
        ArchiveDigests first = digests(store);
        first.sha256(archive);
        first.save();
        store.commit();
        var modified = Files.getLastModifiedTime(archive);
        Object changed = Files.getAttribute(archive, "unix:ctime");
        do {
            Files.writeString(archive, "CONTENT");
            Files.setLastModifiedTime(archive, modified);
        } while (changed.equals(Files.getAttribute(archive, "unix:ctime")));
        assertThat(digests(store()).isKnown(archive)).isFalse();
        assertThat(digests(store()).sha256(archive)).contains(Digests.of("CONTENT"));
    }

    @Test
    void remembersNoArchiveThatHasJustChanged() throws IOException {
        Path archive = Files.writeString(folder.resolve("a.jar"), "content");
        IndexStore store = store();
        ArchiveDigests first = new ArchiveDigests(store, () -> 0);
        assertThat(first.sha256(archive)).contains(Digests.of("content"));
        first.save();
        store.commit();
        assertThat(digests(store()).isKnown(archive)).isFalse();
    }

    @Test
    void isEmptyWithoutStoreOrFile() throws IOException {
        Path archive = Files.writeString(folder.resolve("a.jar"), "content");
        assertThat(digests(IndexStore.of(Optional.empty())).sha256(archive)).isEmpty();
        assertThat(digests(store()).sha256(folder.resolve("absent.jar"))).isEmpty();
    }
}
