package io.github.cookiecharter.scan.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An archive on disk; one that lay inside another is a copy that goes when it is closed. */
final class ZipTree implements FileTree {

    private final Path file;
    private final ZipFile zip;
    private final boolean copy;
    private final List<String> paths;

    private ZipTree(Path file, ZipFile zip, boolean copy, List<String> paths) {
        this.file = file;
        this.zip = zip;
        this.copy = copy;
        this.paths = paths;
    }

    /**
     * Opens an archive.
     *
     * @param label what messages call it
     * @param copy whether the file is deleted when the archive is closed
     */
    static ZipTree open(Path file, String label, boolean copy, ScanWarnings unread) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (RuntimeException e) {
            throw new IOException("is damaged", e);
        }
        Set<String> paths = new HashSet<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (entry.isDirectory()) {
                continue;
            }
            if (paths.size() == ScanLimits.ENTRIES) {
                unread.add(label + " has more than " + ScanLimits.ENTRIES
                        + " files, of which the others were passed over");
                break;
            }
            paths.add(entry.getName());
        }
        List<String> sorted = new ArrayList<>(paths);
        Collections.sort(sorted);
        return new ZipTree(file, zip, copy, sorted);
    }

    @Override
    public List<String> paths() {
        return paths;
    }

    @Override
    public byte[] read(String path, long most) throws IOException {
        try (InputStream in = open(path, most)) {
            return BoundedReader.read(in, most);
        } catch (RuntimeException e) {
            throw new IOException("is damaged", e);
        }
    }

    /** Copies a file of the archive to disk. */
    void copy(String path, Path to, long most) throws IOException {
        try (InputStream in = open(path, most);
                java.io.OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[1 << 16];
            long all = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all += n;
                if (all > most) {
                    throw new IOException("is larger than " + (most >> 20) + " MB");
                }
                out.write(buffer, 0, n);
            }
        } catch (RuntimeException e) {
            throw new IOException("is damaged", e);
        }
    }

    private InputStream open(String path, long most) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new IOException("is missing");
        }
        long size = entry.getSize();
        if (size > most) {
            throw new IOException("is larger than " + (most >> 20) + " MB");
        }
        if (size > ScanLimits.HARMLESS && size / Math.max(1, entry.getCompressedSize()) > ScanLimits.RATIO) {
            throw new IOException("is packed as only bombs are");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        try {
            zip.close();
            if (copy) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // A copy that cannot be deleted lies in the system's folder for what may go at any time.
            file.toFile().deleteOnExit();
        }
    }
}
