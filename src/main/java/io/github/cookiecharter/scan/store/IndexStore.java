package io.github.cookiecharter.scan.store;

import io.github.cookiecharter.scan.model.IndexLocation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32;

/**
 * A folder of small files, each written once as a whole and replaced atomically, so that builds at the same time see the
 * old file or the new one. Each file begins with its length and checksum; a damaged file counts as absent and is written
 * anew. Safe for threads and processes.
 */
public final class IndexStore {

    /** To be raised when the format of any file changes; other builds of the plugin have other folders anyway. */
    private static final int FORMAT = 1;

    private static final int MAGIC = 0x43436978;
    private static final int HEADER_BYTES = 16;

    private final Optional<IndexLocation> location;
    private final Path folder;
    private final Map<String, byte[]> pending = new LinkedHashMap<>();
    private final AtomicBoolean hasNoted = new AtomicBoolean();

    private IndexStore(Optional<IndexLocation> location, Path folder) {
        this.location = location;
        this.folder = folder;
    }

    /** Returns the store at a location; without one, a store that is always empty. */
    public static IndexStore of(Optional<IndexLocation> location) {
        return new IndexStore(
                location,
                location.map(at -> at.folder()
                                .resolve(
                                        Digests.of(FORMAT + "\n" + at.version()).substring(0, 16)))
                        .orElse(Path.of("")));
    }

    public boolean isEnabled() {
        return location.isPresent();
    }

    /** Reads what was stored under a name; empty if that is missing, damaged or unreadable. */
    public Optional<byte[]> read(String name) {
        if (location.isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.resolve(name);
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | OutOfMemoryError e) {
            // The JDK throws the error for a file that no array can hold; none of this store's is so large.
            note("could not be read: " + file);
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(content);
        if (content.length < HEADER_BYTES
                || header.getInt() != MAGIC
                || header.getInt() != content.length - HEADER_BYTES
                || header.getLong() != checksum(content, HEADER_BYTES)) {
            return Optional.empty();
        }
        StoreCleaner.keepAlive(file);
        byte[] payload = new byte[content.length - HEADER_BYTES];
        System.arraycopy(content, HEADER_BYTES, payload, 0, payload.length);
        return Optional.of(payload);
    }

    /** Stores bytes under a name as soon as {@link #commit} is called. */
    public synchronized void write(String name, byte[] payload) {
        if (location.isPresent()) {
            pending.put(name, payload);
        }
    }

    /** Writes what is to be stored. If that is impossible, the next build does the work again. */
    public synchronized void commit() {
        if (pending.isEmpty() || location.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : pending.entrySet()) {
                writeFile(file.getKey(), file.getValue());
            }
            StoreCleaner.sweep(location.get().folder());
        } catch (IOException | SecurityException e) {
            note("could not be written: " + folder);
        } finally {
            pending.clear();
        }
    }

    private void writeFile(String name, byte[] payload) throws IOException {
        // Not a temporary file of the JDK's, which only its owner may read: builds of several users may share a
        // repository.
        Path staged = folder.resolve(
                name + "." + ProcessHandle.current().pid() + "." + Long.toHexString(System.nanoTime()) + ".new");
        try {
            ByteBuffer content = ByteBuffer.allocate(HEADER_BYTES + payload.length);
            content.putInt(MAGIC)
                    .putInt(payload.length)
                    .putLong(checksum(payload, 0))
                    .put(payload);
            Files.write(staged, content.array(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            move(staged, folder.resolve(name));
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    private static void move(Path staged, Path target) throws IOException {
        try {
            Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // The checksum rejects what another build reads in the middle of this.
            Files.move(staged, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static long checksum(byte[] content, int from) {
        CRC32 crc = new CRC32();
        crc.update(content, from, content.length - from);
        return crc.getValue();
    }

    // One line is enough: the others would say the same.
    private void note(String problem) {
        if (location.isPresent() && hasNoted.compareAndSet(false, true)) {
            location.get().notes().accept("The index of the libraries " + problem);
        }
    }
}
