package io.github.cookiecharter.output;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the roots lie, and the guard that nothing is written or removed outside them.
 *
 * @param base the module's folder: paths below it are spelled relative to it, so that a module that was moved or
 *     restored from a cache elsewhere still knows its files
 * @param roots where each root lies, absolute
 * @param copies where the build copies files to, if it does
 */
public record OutputLayout(Path base, Map<OutputRoot, Path> roots, Optional<ResourceCopies> copies) {

    public OutputLayout {
        roots = Map.copyOf(roots);
    }

    /** A layout of which nothing is copied. */
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

    /** Where an artefact goes. */
    Path target(Artefact artefact) throws OutputException {
        Path root = root(artefact.root());
        Path target = root.resolve(artefact.path()).normalize();
        if (target.equals(root) || !target.startsWith(root) || leavesRoot(root, target)) {
            throw new OutputException("'" + artefact.path() + "' would be written outside the folder " + display(root)
                    + ": check for symbolic links in it");
        }
        return target;
    }

    /** A path as it is shown and kept: relative to the module's folder where it lies below, with {@code /}. */
    public String display(Path path) {
        String text = path.startsWith(base) && !path.equals(base)
                ? base.relativize(path).toString()
                : path.toString();
        return File.separatorChar == '/' ? text : text.replace(File.separatorChar, '/');
    }

    /** The path behind a spelling. */
    Path locate(String displayed) {
        return base.resolve(displayed).normalize();
    }

    /** Whether a symbolic link between a root and a file leads to somewhere outside the root. */
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
