package io.github.cookiecharter.output;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The locations of the output roots. Rejects paths that lead outside them.
 *
 * @param base the module's folder; paths below it are stored relative to it, so that a module that was moved or
 *     restored from a cache elsewhere still recognises its files
 * @param roots the absolute path of each root
 * @param copies the folder that a later phase of the build copies, if there is one
 */
public record OutputLayout(Path base, Map<OutputRoot, Path> roots, Optional<ResourceCopies> copies) {

    public OutputLayout {
        roots = Map.copyOf(roots);
    }

    /** Creates a layout without copies. */
    public OutputLayout(Path base, Map<OutputRoot, Path> roots) {
        this(base, roots, Optional.empty());
    }

    Path root(OutputRoot root) {
        Path path = roots.get(root);
        if (path == null) {
            throw new IllegalArgumentException("no folder for " + root);
        }
        return path;
    }

    /** Returns the path of an artefact, and rejects one outside its root. */
    Path target(Artefact artefact) throws OutputException {
        Path root = root(artefact.root());
        Path target = root.resolve(artefact.path()).normalize();
        if (target.equals(root) || !target.startsWith(root) || leavesRoot(root, target)) {
            throw new OutputException("'" + artefact.path() + "' would be written outside the folder " + display(root)
                    + ": check for symbolic links in it");
        }
        return target;
    }

    /**
     * Returns a path as shown in messages and stored in states: relative to the module's folder if it lies below it,
     * with {@code /} as separator.
     */
    public String display(Path path) {
        String text = path.startsWith(base) && !path.equals(base)
                ? base.relativize(path).toString()
                : path.toString();
        return File.separatorChar == '/' ? text : text.replace(File.separatorChar, '/');
    }

    /** Returns the path of a displayed one. */
    Path locate(String displayed) {
        return base.resolve(displayed).normalize();
    }

    /** Returns whether a symbolic link between a root and a file leads outside the root. */
    static boolean leavesRoot(Path root, Path file) throws OutputException {
        try {
            Path parent = file.getParent();
            while (parent != null && parent.startsWith(root) && !Files.exists(parent, LinkOption.NOFOLLOW_LINKS)) {
                parent = parent.getParent();
            }
            return parent != null
                    && parent.startsWith(root)
                    && !parent.toRealPath().startsWith(root.toRealPath());
        } catch (IOException e) {
            throw new OutputException("the folder of " + file + " cannot be read: check its permissions", e);
        }
    }
}
