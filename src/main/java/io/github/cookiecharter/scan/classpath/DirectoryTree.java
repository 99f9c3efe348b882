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

/** A folder on disk. Symbolic links are followed, except those that form a cycle or lead to an enclosing folder. */
final class DirectoryTree implements FileTree {

    private final Path root;
    private final List<String> paths;

    private DirectoryTree(Path root, List<String> paths) {
        this.root = root;
        this.paths = paths;
    }

    /**
     * Lists the files of a folder.
     *
     * @param label its name in messages
     */
    static DirectoryTree open(Path root, String label, ScanWarnings warnings) {
        List<String> paths = new ArrayList<>();
        try {
            Files.walkFileTree(
                    root,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    ScanLimits.DIRECTORY_DEPTH,
                    new Visitor(root, label, paths, warnings));
        } catch (IOException | RuntimeException e) {
            warnings.add(label + " could not be read completely");
        }
        Collections.sort(paths);
        return new DirectoryTree(root, paths);
    }

    @Override
    public List<String> paths() {
        return paths;
    }

    @Override
    public byte[] read(String path, long maxBytes) throws IOException {
        try (InputStream in = Files.newInputStream(root.resolve(path))) {
            return BoundedReader.read(in, maxBytes);
        }
    }

    @Override
    public void close() {}

    private static final class Visitor extends SimpleFileVisitor<Path> {

        private final Path root;
        private final String label;
        private final List<String> paths;
        private final ScanWarnings warnings;

        Visitor(Path root, String label, List<String> paths, ScanWarnings warnings) {
            this.root = root;
            this.label = label;
            this.paths = paths;
            this.warnings = warnings;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (Files.isSymbolicLink(folder)
                    && !folder.equals(root)
                    && root.toRealPath().startsWith(folder.toRealPath())) {
                warnings.add(displayPath(folder) + " is a link to one of its parent folders");
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isDirectory()) {
                warnings.add(displayPath(file) + " is nested too deeply to be read");
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
                return FileVisitResult.CONTINUE;
            }
            if (paths.size() == ScanLimits.FILES_PER_TREE) {
                warnings.add(label + " has more than " + ScanLimits.FILES_PER_TREE + " files; the rest was skipped");
                return FileVisitResult.TERMINATE;
            }
            paths.add(relative(file));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            warnings.add(
                    e instanceof FileSystemLoopException
                            ? displayPath(file) + " is a circular link"
                            : displayPath(file) + " could not be read");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @SuppressWarnings("NullAway") IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private String displayPath(Path file) {
            return label + "/" + relative(file);
        }

        private String relative(Path file) {
            return root.relativize(file).toString().replace('\\', '/');
        }
    }
}
