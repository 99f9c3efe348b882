package io.github.cookiecharter.scan.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The SHA-256 of archives. It is computed once for each state of a file: its size, its times and its inode. The time of
 * the last change (ctime) cannot be set back, so an archive that was changed in place, with the size and the modification
 * time of the old one, is read again. Where the file system has no such time, each build reads the archive.
 */
public final class ArchiveDigests {

    private static final String NAME = "archives";
    private static final int MOST_ARCHIVES = 20_000;

    /** A file that changed so shortly ago could change again within the same tick of the file system's clock. */
    private static final long UNSETTLED_NANOS = TimeUnit.SECONDS.toNanos(3);

    private static final String STATE = "unix:size,lastModifiedTime,ctime,ino,dev";

    private final IndexStore store;
    private final LongSupplier millis;
    private final Map<String, String> known = new LinkedHashMap<>();
    private final Map<String, String> added = new LinkedHashMap<>();

    public ArchiveDigests(IndexStore store) {
        this(store, System::currentTimeMillis);
    }

    ArchiveDigests(IndexStore store, LongSupplier millis) {
        this.store = store;
        this.millis = millis;
        store.read(NAME).ifPresent(content -> parse(content, known));
    }

    private static void parse(byte[] content, Map<String, String> into) {
        for (String line : new String(content, StandardCharsets.UTF_8).split("\n")) {
            int end = line.lastIndexOf('\t');
            if (end > 0) {
                into.put(line.substring(0, end), line.substring(end + 1));
            }
        }
    }

    /** Returns the SHA-256 of a file; empty if the store is disabled or the file cannot be read. */
    public Optional<String> sha256(Path file) {
        if (!store.isEnabled()) {
            return Optional.empty();
        }
        Optional<String> state = state(file);
        if (state.isPresent() && known.containsKey(state.get())) {
            return Optional.of(known.get(state.get()));
        }
        try {
            String digest = compute(file);
            // What changed while it was read is not remembered.
            if (state.isPresent() && state.equals(state(file))) {
                added.put(state.get(), digest);
            }
            return Optional.of(digest);
        } catch (IOException e) {
            // Opening the archive fails as well, and that is reported.
            return Optional.empty();
        }
    }

    /** Returns whether the SHA-256 of a file in its present state is known without reading the file. */
    boolean isKnown(Path file) {
        return state(file).filter(known::containsKey).isPresent();
    }

    /** Remembers what was computed, with the next commit of the store. A build at the same time may overwrite it, which only costs its time again. */
    public void save() {
        if (added.isEmpty()) {
            return;
        }
        Map<String, String> all = new LinkedHashMap<>(added);
        store.read(NAME).ifPresent(content -> {
            Map<String, String> stored = new LinkedHashMap<>();
            parse(content, stored);
            stored.forEach(all::putIfAbsent);
        });
        StringBuilder text = new StringBuilder();
        all.entrySet().stream()
                .limit(MOST_ARCHIVES)
                .forEach(entry -> text.append(entry.getKey())
                        .append('\t')
                        .append(entry.getValue())
                        .append('\n'));
        store.write(NAME, text.toString().getBytes(StandardCharsets.UTF_8));
        added.clear();
    }

    private static String compute(Path file) throws IOException {
        var digest = Digests.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            byte[] buffer = new byte[1 << 16];
            int read = in.read(buffer);
            while (read >= 0) {
                read = in.read(buffer);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the state of a settled file; empty where the file system does not tell enough. */
    private Optional<String> state(Path file) {
        String path = file.toString();
        if (path.indexOf('\n') >= 0 || path.indexOf('\t') >= 0) {
            return Optional.empty();
        }
        try {
            Map<String, Object> attributes = Files.readAttributes(file, STATE);
            long changed = nanos(Optional.ofNullable(attributes.get("ctime")));
            long now = TimeUnit.MILLISECONDS.toNanos(millis.getAsLong());
            if (changed == 0 || now - changed < UNSETTLED_NANOS) {
                return Optional.empty();
            }
            return Optional.of(path
                    + '\t'
                    + attributes.get("size")
                    + ' '
                    + nanos(Optional.ofNullable(attributes.get("lastModifiedTime")))
                    + ' '
                    + changed
                    + ' '
                    + attributes.get("ino")
                    + ' '
                    + attributes.get("dev"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static long nanos(Optional<Object> time) {
        return time.filter(FileTime.class::isInstance)
                .map(instant -> ((FileTime) instant).to(TimeUnit.NANOSECONDS))
                .orElse(0L);
    }
}
