package io.github.cookiecharter.scan.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Deletes what no build has used for a long time, such as the index of a version of the plugin that is gone. */
final class StoreCleaner {

    private static final Duration KEPT = Duration.ofDays(60);
    private static final Duration BETWEEN_TOUCHES = Duration.ofDays(10);
    private static final Duration BETWEEN_SWEEPS = Duration.ofDays(7);
    private static final String MARKER = "last-cleaned";

    private StoreCleaner() {}

    /** Renews the time of a file that is in use; seldom, because each write of it costs. */
    static void keepAlive(Path file) {
        touchIfOlder(file, BETWEEN_TOUCHES);
    }

    /** Deletes old files below a folder, once a week at most. */
    static void sweep(Path folder) throws IOException {
        Path marker = folder.resolve(MARKER);
        if (!Files.exists(marker)) {
            Files.writeString(marker, "");
        } else if (touchIfOlder(marker, BETWEEN_SWEEPS)) {
            deleteOldFiles(folder);
        }
    }

    private static void deleteOldFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (isOlder(file, KEPT)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (UncheckedIOException e) {
            // Another build deletes the same files.
            throw e.getCause();
        }
    }

    private static boolean touchIfOlder(Path file, Duration age) {
        try {
            if (isOlder(file, age)) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
                return true;
            }
            return false;
        } catch (IOException | SecurityException e) {
            // A folder that may not be written keeps what it has.
            return false;
        }
    }

    private static boolean isOlder(Path file, Duration age) throws IOException {
        return Files.getLastModifiedTime(file)
                .toInstant()
                .isBefore(Instant.now().minus(age));
    }
}
