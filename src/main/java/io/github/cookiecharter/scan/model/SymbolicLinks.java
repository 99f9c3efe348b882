package io.github.cookiecharter.scan.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides which symbolic links below a folder are followed: those that stay in the project, each target once. The project
 * is the outermost folder around the module from which a {@code pom.xml} stands in each folder down to the module.
 */
public final class SymbolicLinks {

    /** What a link leads to. */
    public enum Target {
        FOLDER,
        FILE,
        /** A folder around all that is read. */
        PARENT,
        /** A folder around the link. */
        CIRCLE,
        /** A folder that is read anyway, or has been. */
        KNOWN,
        OUTSIDE,
        NOTHING
    }

    private final Path project;
    private final Path root;
    private final Set<Path> seen = new HashSet<>();

    private SymbolicLinks(Path project, Path root) {
        this.project = project;
        this.root = root;
    }

    /**
     * Returns the links below a folder.
     *
     * @param root the folder, which may be a link itself
     * @param module the module's folder
     * @throws IOException if one of them does not exist
     */
    public static SymbolicLinks below(Path root, Path module) throws IOException {
        Path project = module.toRealPath();
        while (project.getParent() != null
                && Files.isRegularFile(project.getParent().resolve("pom.xml"))) {
            project = project.getParent();
        }
        return new SymbolicLinks(project, root.toRealPath());
    }

    /** Returns what a link leads to. A folder is {@link Target#FOLDER} the first time alone. */
    public Target follow(Path link) {
        Path real;
        Path folder;
        try {
            real = link.toRealPath();
            folder = link.toAbsolutePath().resolveSibling(".").toRealPath();
        } catch (IOException e) {
            // A circle of links, among others.
            return Target.NOTHING;
        }
        if (folder.startsWith(real)) {
            return real.startsWith(root) ? Target.CIRCLE : Target.PARENT;
        }
        boolean isInside = real.startsWith(root);
        if (!isInside && !real.startsWith(project)) {
            return Target.OUTSIDE;
        }
        if (!Files.isDirectory(real)) {
            return Files.isRegularFile(real) ? Target.FILE : Target.NOTHING;
        }
        return isInside || !seen.add(real) ? Target.KNOWN : Target.FOLDER;
    }
}
