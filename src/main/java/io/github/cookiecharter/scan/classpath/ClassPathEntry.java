package io.github.cookiecharter.scan.classpath;

import io.github.cookiecharter.scan.model.Evidence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder or an archive with what it is to the project. */
public final class ClassPathEntry implements AutoCloseable {

    private static final List<String> CLASS_FOLDERS = List.of("WEB-INF/classes/", "BOOT-INF/classes/");

    private final FileTree store;
    private final EntryOrigin root;
    private final Map<String, String> classes = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();
    private final boolean boot;

    ClassPathEntry(FileTree store, EntryOrigin root) {
        this.store = store;
        this.root = root;
        boolean holdsBoot = false;
        List<String> plain = new ArrayList<>();
        for (String path : store.paths()) {
            holdsBoot |= path.startsWith("BOOT-INF/classes/");
            if (!path.endsWith(".class")) {
                others.add(path);
            } else if (!path.contains("META-INF/versions/") && !path.endsWith("-info.class")) {
                plain.add(path);
            }
        }
        boot = holdsBoot;
        for (String path : plain) {
            String name = className(path);
            // The classes beside BOOT-INF are those that start the archive.
            if (!boot || !name.equals(path)) {
                classes.putIfAbsent(name, path);
            }
        }
    }

    private static String className(String path) {
        for (String folder : CLASS_FOLDERS) {
            if (path.startsWith(folder)) {
                return path.substring(folder.length());
            }
        }
        return path;
    }

    /** What messages call it. */
    public String label() {
        return root.label();
    }

    /** {@link Evidence#OWN}, or the coordinates of the dependency. */
    public String origin() {
        return root.origin();
    }

    /** Whether the project itself contains it. */
    public boolean isOwn() {
        return root.origin().equals(Evidence.OWN);
    }

    /** Whether what it sets is evidence. */
    public boolean isReported() {
        return root.reported();
    }

    /** The paths of its classes, such as {@code com/acme/Login.class}, relative to where its classes begin. */
    public List<String> classes() {
        return List.copyOf(classes.keySet());
    }

    /** The paths of its other files, relative to its root. */
    List<String> others() {
        return Collections.unmodifiableList(others);
    }

    FileTree store() {
        return store;
    }

    EntryOrigin root() {
        return root;
    }

    /**
     * Reads a class file.
     *
     * @param path one of {@link #classes}
     */
    public byte[] readClass(String path) throws IOException {
        return store.read(classes.getOrDefault(path, path), ScanLimits.FILE);
    }

    @Override
    public void close() {
        store.close();
    }
}
