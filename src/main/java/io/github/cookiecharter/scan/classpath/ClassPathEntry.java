package io.github.cookiecharter.scan.classpath;

import io.github.cookiecharter.scan.model.Evidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder or an archive of the class path, with its origin. */
public final class ClassPathEntry implements AutoCloseable {

    private static final List<String> CLASS_FOLDERS = List.of("WEB-INF/classes/", "BOOT-INF/classes/");

    private final FileTree tree;
    private final EntryOrigin entryOrigin;
    private final int position;
    private final Optional<LibraryArchive> library;
    private Optional<Contents> contents = Optional.empty();

    /** The paths of an entry's files: those of classes by their paths below the folder of classes, and the others. */
    private record Contents(Map<String, String> classes, List<String> otherFiles) {

        static Contents of(List<String> paths) {
            boolean springBoot = false;
            List<String> classPaths = new ArrayList<>();
            List<String> otherFiles = new ArrayList<>();
            for (String path : paths) {
                springBoot |= path.startsWith("BOOT-INF/classes/");
                if (!path.endsWith(".class")) {
                    otherFiles.add(path);
                } else if (!path.contains("META-INF/versions/") && !path.endsWith("-info.class")) {
                    classPaths.add(path);
                }
            }
            Map<String, String> classes = new LinkedHashMap<>();
            for (String path : classPaths) {
                String name = className(path);
                // The classes beside BOOT-INF belong to Spring Boot's loader.
                if (!springBoot || !name.equals(path)) {
                    classes.putIfAbsent(name, path);
                }
            }
            return new Contents(classes, otherFiles);
        }
    }

    ClassPathEntry(FileTree tree, EntryOrigin entryOrigin, int position, Optional<LibraryArchive> library) {
        this.tree = tree;
        this.entryOrigin = entryOrigin;
        this.position = position;
        this.library = library;
    }

    /** Returns this entry at another position of the class path. */
    ClassPathEntry at(int newPosition) {
        return new ClassPathEntry(tree, entryOrigin, newPosition, library);
    }

    private synchronized Contents contents() {
        if (contents.isEmpty()) {
            contents = Optional.of(Contents.of(tree.paths()));
        }
        return contents.get();
    }

    /** Returns its position on the class path, counted from 0. */
    public int position() {
        return position;
    }

    /**
     * Returns the archive, if this is one of a dependency and has no archives in it; its classes depend on nothing else,
     * so what is known of them holds for every build.
     */
    public Optional<LibraryArchive> library() {
        return library;
    }

    private static String className(String path) {
        for (String folder : CLASS_FOLDERS) {
            if (path.startsWith(folder)) {
                return path.substring(folder.length());
            }
        }
        return path;
    }

    /** Returns its name in messages. */
    public String label() {
        return entryOrigin.label();
    }

    /** Returns {@link Evidence#OWN}, or the coordinates of the dependency. */
    public String origin() {
        return entryOrigin.origin();
    }

    /** Returns whether it belongs to the project itself. */
    public boolean isOwn() {
        return entryOrigin.origin().equals(Evidence.OWN);
    }

    /** Returns whether the cookies that it sets are evidence. */
    public boolean isReported() {
        return entryOrigin.reported();
    }

    /**
     * Returns the paths of its classes, such as {@code com/acme/Login.class}, relative to the folder of its classes.
     */
    public List<String> classes() {
        return List.copyOf(contents().classes().keySet());
    }

    /** Returns the paths of its other files, relative to its root. */
    List<String> otherFiles() {
        return Collections.unmodifiableList(contents().otherFiles());
    }

    FileTree tree() {
        return tree;
    }

    EntryOrigin entryOrigin() {
        return entryOrigin;
    }

    /**
     * Reads a class file.
     *
     * @param path one of {@link #classes}
     * @throws IOException if it cannot be read or is larger than 16 MB
     */
    public byte[] readClass(String path) throws IOException {
        return tree.read(contents().classes().getOrDefault(path, path), ScanLimits.FILE_BYTES);
    }

    @Override
    public void close() {
        tree.close();
    }
}
