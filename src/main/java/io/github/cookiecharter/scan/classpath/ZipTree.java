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

/** An archive on disk. The copy of a nested archive is deleted when it is closed. */
final class ZipTree implements FileTree {

    private final Path file;
    private final ZipFile zip;
    private final boolean deleteOnClose;
    private final List<String> paths;
    private final boolean complete;

    private ZipTree(Path file, ZipFile zip, boolean deleteOnClose, List<String> paths, boolean complete) {
        this.file = file;
        this.zip = zip;
        this.deleteOnClose = deleteOnClose;
        this.paths = paths;
        this.complete = complete;
    }

    /**
     * Opens an archive.
     *
     * @param label its name in messages
     * @param deleteOnClose whether the file is a copy that is deleted when the archive is closed
     */
    static ZipTree open(Path file, String label, boolean deleteOnClose, ScanWarnings warnings) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (RuntimeException e) {
            throw new IOException("is damaged", e);
        }
        Set<String> paths = new HashSet<>();
        Enumeration<? extends ZipEntry> entries = zip.entries();
        long unpacked = 0;
        boolean complete = true;
        while (entries.hasMoreElements()) {
            ZipEntry entry = entries.nextElement();
            if (entry.isDirectory()) {
                continue;
            }
            if (paths.size() == ScanLimits.FILES_PER_TREE) {
                warnings.add(label + " has more than " + ScanLimits.FILES_PER_TREE + " files; the rest was skipped");
                complete = false;
                break;
            }
            unpacked += Math.max(0, entry.getSize());
            if (unpacked > ScanLimits.ARCHIVE_BYTES) {
                warnings.add(label + " unpacks to more than " + (ScanLimits.ARCHIVE_BYTES >> 30)
                        + " GB; the rest was skipped");
                complete = false;
                break;
            }
            paths.add(entry.getName());
        }
        List<String> sorted = new ArrayList<>(paths);
        Collections.sort(sorted);
        return new ZipTree(file, zip, deleteOnClose, sorted, complete);
    }

    /** Returns whether no file of it was skipped. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public List<String> paths() {
        return paths;
    }

    @Override
    public byte[] read(String path, long maxBytes) throws IOException {
        try (InputStream in = open(path, maxBytes)) {
            long declared = zip.getEntry(path).getSize();
            if (declared < 0 || declared > maxBytes) {
                return BoundedReader.read(in, maxBytes);
            }
            byte[] bytes = in.readNBytes((int) declared);
            // The sum of an archive counts what it declares.
            if (in.read() >= 0) {
                throw new IOException("is larger than the archive says");
            }
            return bytes;
        } catch (RuntimeException e) {
            throw new IOException("is damaged", e);
        }
    }

    /** Extracts a file of the archive to disk. */
    void extract(String path, Path to, long maxBytes) throws IOException {
        try (InputStream in = open(path, maxBytes);
                java.io.OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[1 << 16];
            long total = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
                if (total > maxBytes) {
                    throw new IOException("is larger than " + (maxBytes >> 20) + " MB");
                }
                out.write(buffer, 0, n);
            }
        } catch (RuntimeException e) {
            throw new IOException("is damaged", e);
        }
    }

    private InputStream open(String path, long maxBytes) throws IOException {
        ZipEntry entry = zip.getEntry(path);
        if (entry == null) {
            throw new IOException("is missing");
        }
        long size = entry.getSize();
        if (size > maxBytes) {
            throw new IOException("is larger than " + (maxBytes >> 20) + " MB");
        }
        if (size > ScanLimits.ANY_RATIO_BYTES
                && size / Math.max(1, entry.getCompressedSize()) > ScanLimits.COMPRESSION_RATIO) {
            throw new IOException("is compressed like a zip bomb");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        try {
            zip.close();
            if (deleteOnClose) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // A copy that cannot be deleted stays in the system's temporary folder.
            file.toFile().deleteOnExit();
        }
    }
}
