package io.github.cookiecharter.scan.classpath;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An archive whose index is known: it is opened only if one of its files is read after all. Safe for threads. */
final class LazyZipTree implements FileTree {

    private final Path file;
    private final String label;
    private final ScanWarnings warnings;
    private Optional<ZipTree> opened = Optional.empty();

    LazyZipTree(Path file, String label, ScanWarnings warnings) {
        this.file = file;
        this.label = label;
        this.warnings = warnings;
    }

    private synchronized ZipTree open() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(ZipTree.open(file, label, false, warnings));
        }
        return opened.get();
    }

    @Override
    public List<String> paths() {
        try {
            return open().paths();
        } catch (IOException e) {
            // It was read when its index was made, so it has been replaced or removed during this scan.
            warnings.add(label + " could not be read: it is damaged, or not an archive");
            return List.of();
        }
    }

    @Override
    public byte[] read(String path, long maxBytes) throws IOException {
        return open().read(path, maxBytes);
    }

    @Override
    public synchronized void close() {
        opened.ifPresent(ZipTree::close);
    }
}
