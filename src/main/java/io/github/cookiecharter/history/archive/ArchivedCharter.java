package io.github.cookiecharter.history.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Finds the {@code charter.json} in a file that somebody names: itself, a recorded charter, a jar or a war. */
public final class ArchivedCharter {

    private static final String NAME = "charter.json";
    private static final int MOST_BYTES = 64 << 20;

    private ArchivedCharter() {}

    /**
     * Returns the bytes of the {@code charter.json}.
     *
     * @throws IOException if there is none, or more than one; the message says so, as the end of a sentence
     */
    public static byte[] read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(Files.exists(file) ? "is no file" : "does not exist");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] beginning = in.readNBytes(2);
            if (!Arrays.equals(beginning, new byte[] {'P', 'K'})) {
                return limited(beginning, in);
            }
        }
        try (ZipFile zip = open(file)) {
            return fromZip(zip);
        }
    }

    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IOException("cannot be read as an archive", e);
        }
    }

    private static byte[] fromZip(ZipFile zip) throws IOException {
        List<ZipEntry> found = new ArrayList<>();
        for (ZipEntry entry : zip.stream().<ZipEntry>map(each -> each).toList()) {
            if (entry.getName().equals(NAME) || entry.getName().endsWith("/" + NAME)) {
                found.add(entry);
            }
        }
        if (found.isEmpty()) {
            throw new IOException("contains no " + NAME);
        }
        if (found.size() > 1) {
            throw new IOException("contains several: "
                    + String.join(", ", found.stream().map(ZipEntry::getName).toList()));
        }
        try (InputStream in = zip.getInputStream(found.get(0))) {
            return limited(new byte[0], in);
        }
    }

    private static byte[] limited(byte[] beginning, InputStream in) throws IOException {
        byte[] rest = in.readNBytes(MOST_BYTES + 1);
        if (rest.length > MOST_BYTES) {
            throw new IOException("is larger than any " + NAME);
        }
        byte[] all = Arrays.copyOf(beginning, beginning.length + rest.length);
        System.arraycopy(rest, 0, all, beginning.length, rest.length);
        return all;
    }
}
