package io.github.cookiecharter.scan.classpath;

import io.github.cookiecharter.scan.model.SymbolicLinks;
import java.io.IOException;
import java.io.InputStream;
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

/** A folder on disk. {@link SymbolicLinks} decides which links are followed. */
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
     * @param module the module's folder, whose project no link may leave
     */
    static DirectoryTree open(Path root, String label, Path module, ScanWarnings warnings) {
        List<String> paths = new ArrayList<>();
        try {
            new Visitor(root, label, SymbolicLinks.below(root, module), paths, warnings).walk(root);
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
        private final SymbolicLinks links;
        private final List<String> paths;
        private final ScanWarnings warnings;

        Visitor(Path root, String label, SymbolicLinks links, List<String> paths, ScanWarnings warnings) {
            this.root = root;
            this.label = label;
            this.links = links;
            this.paths = paths;
            this.warnings = warnings;
        }

        /** Walks through a folder, which may be a link itself: the dot leads into it. */
        void walk(Path folder) throws IOException {
            Files.walkFileTree(
                    folder.resolve("."), EnumSet.noneOf(FileVisitOption.class), ScanLimits.DIRECTORY_DEPTH, this);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (attributes.isSymbolicLink()) {
                return visitLink(file);
            }
            if (attributes.isDirectory()) {
                warnings.add(displayPath(file) + " is nested too deeply to be read");
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
                return FileVisitResult.CONTINUE;
            }
            return addFile(file);
        }

        private FileVisitResult visitLink(Path link) throws IOException {
            switch (links.follow(link)) {
                case FILE -> {
                    return addFile(link);
                }
                case FOLDER -> walk(link);
                case PARENT -> warnings.add(displayPath(link) + " is a link to one of its parent folders");
                case CIRCLE -> warnings.add(displayPath(link) + " is a circular link");
                case OUTSIDE -> warnings.add(displayPath(link) + " is a link out of the project and was not followed");
                case NOTHING ->
                    warnings.add(displayPath(link) + " is a link to no file or folder, or a circle of links");
                case KNOWN -> {
                    // Its files are in the list already.
                }
            }
            return FileVisitResult.CONTINUE;
        }

        private FileVisitResult addFile(Path file) {
            if (paths.size() == ScanLimits.FILES_PER_TREE) {
                warnings.add(label + " has more than " + ScanLimits.FILES_PER_TREE + " files; the rest was skipped");
                return FileVisitResult.TERMINATE;
            }
            paths.add(relative(file));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            warnings.add(displayPath(file) + " could not be read");
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
            return root.relativize(file.normalize()).toString().replace('\\', '/');
        }
    }
}
