package io.github.cookiecharter.output;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * All inputs of a generation, by name and in full.
 *
 * <p>The inputs are kept in full and not as a digest: comparing some kilobytes is exact and cheap, whereas the first
 * digest of a JVM loads the security providers, which takes longer than the rest of a build without changes.
 */
public final class Fingerprint {

    private static final int MAX_DEPTH = 16;

    private final ByteArrayOutputStream inputs = new ByteArrayOutputStream(8192);

    /** Adds a parameter. */
    public void add(String name, String value) {
        add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Adds the content of a file. The length goes before the bytes, so that no two lists of inputs have the same bytes.
     */
    public void add(String name, byte[] content) {
        inputs.writeBytes((name + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8));
        inputs.writeBytes(content);
        inputs.write('\n');
    }

    /**
     * Adds each file of a folder and its subfolders, at most 16 levels deep, in the same order on every system.
     *
     * @param suffix the suffix of the file names to add; empty for all files
     * @throws OutputException if the folder is missing or a file in it cannot be read
     */
    public void addFolder(String name, Path folder, String suffix) throws OutputException {
        File[] entries = folder.toFile().listFiles();
        if (entries == null) {
            throw new OutputException("the folder " + folder + " cannot be read: check that it exists");
        }
        addEntries(name, entries, suffix, 0);
    }

    /**
     * Adds name, size and checksum of each file of a folder, for large files.
     *
     * @param suffix the suffix of the file names to add
     * @throws OutputException if a file cannot be read
     */
    public void addChecksums(String name, Path folder, String suffix) throws OutputException {
        File[] entries = folder.toFile().listFiles();
        if (entries == null) {
            return;
        }
        Arrays.sort(entries);
        for (File entry : entries) {
            if (entry.getName().endsWith(suffix) && entry.isFile()) {
                try {
                    FileStamps.Content content = FileStamps.Content.of(Files.readAllBytes(entry.toPath()));
                    add(name + "/" + entry.getName(), content.size() + " " + content.hash());
                } catch (IOException e) {
                    throw new OutputException("the file " + entry + " cannot be read: check its permissions", e);
                }
            }
        }
    }

    private void addEntries(String prefix, File[] entries, String suffix, int depth) throws OutputException {
        Arrays.sort(entries);
        for (File entry : entries) {
            String name = prefix + "/" + entry.getName();
            File[] below = entry.listFiles();
            if (below != null) {
                if (depth < MAX_DEPTH) {
                    addEntries(name, below, suffix, depth + 1);
                }
            } else if (entry.getName().endsWith(suffix)) {
                try {
                    add(name, Files.readAllBytes(entry.toPath()));
                } catch (IOException e) {
                    throw new OutputException("the file " + entry + " cannot be read: check its permissions", e);
                }
            }
        }
    }

    byte[] bytes() {
        return inputs.toByteArray();
    }
}
