package io.github.cookiecharter.scan.classpath;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;

/** A folder on disk. Links are followed; those that lead in a circle, or to a folder around this one, are not. */
final class DirectoryTree implements FileTree {

    private final Path root;
    private final List<String> paths;

    private DirectoryTree(Path root, List<String> paths) {
        this.root = root;
        this.paths = paths;
    }

    /**
     * Walks a folder.
     *
     * @param label what messages call it
     */
    static DirectoryTree open(Path root, String label, ScanWarnings unread) {
        List<String> paths = new ArrayList<>();
        try {
            Files.walkFileTree(
                    root,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    ScanLimits.FOLDERS,
                    new Walk(root, label, paths, unread));
        } catch (IOException | RuntimeException e) {
            unread.add(label + " could not be read to its end");
        }
        Collections.sort(paths);
        return new DirectoryTree(root, paths);
    }

    @Override
    public List<String> paths() {
        return paths;
    }

    @Override
    public byte[] read(String path, long most) throws IOException {
        try (InputStream in = Files.newInputStream(root.resolve(path))) {
            return BoundedReader.read(in, most);
        }
    }

    @Override
    public void close() {}

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path root;
        private final String label;
        private final List<String> paths;
        private final ScanWarnings unread;

        Walk(Path root, String label, List<String> paths, ScanWarnings unread) {
            this.root = root;
            this.label = label;
            this.paths = paths;
            this.unread = unread;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (Files.isSymbolicLink(folder)
                    && !folder.equals(root)
                    && root.toRealPath().startsWith(folder.toRealPath())) {
                unread.add(named(folder) + " is a link to a folder around it");
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isDirectory()) {
                unread.add(named(file) + " lies too deep to be read");
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
                return FileVisitResult.CONTINUE;
            }
            if (paths.size() == ScanLimits.ENTRIES) {
                unread.add(label + " has more than " + ScanLimits.ENTRIES
                        + " files, of which the others were passed over");
                return FileVisitResult.TERMINATE;
            }
            paths.add(relative(file));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            unread.add(
                    e instanceof FileSystemLoopException
                            ? named(file) + " is a link that leads in a circle"
                            : named(file) + " could not be read");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @SuppressWarnings("NullAway") IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private String named(Path file) {
            return label + "/" + relative(file);
        }

        private String relative(Path file) {
            return root.relativize(file).toString().replace('\\', '/');
        }
    }
}
