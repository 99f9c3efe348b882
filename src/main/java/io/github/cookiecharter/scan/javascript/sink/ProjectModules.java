package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.library.KnownLibraries;
import io.github.cookiecharter.scan.model.TextFile;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Which modules are files of the project: what those do is read, so that their names say nothing. */
final class ProjectModules {

    private final Set<String> names = new HashSet<>();

    /** The files of one origin, of which copies of libraries are none of the project's own. */
    ProjectModules(Collection<TextFile> files) {
        for (TextFile file : files) {
            if (file.isOwn() && !KnownLibraries.isLibrary(file)) {
                names.add(key(file.path()));
            }
        }
    }

    /** Returns whether a module is one of the files, by the end of its path. */
    boolean contains(String module) {
        return isPath(module) && names.contains(key(module));
    }

    /** Returns whether a module is named by a path, and not by the name of a package. */
    static boolean isPath(String module) {
        return module.startsWith(".") || module.startsWith("@/") || module.startsWith("~");
    }

    /** By what the path of a file and that of a module are compared. */
    static String key(String path) {
        return lastSteps(withoutExtension(path));
    }

    private static String withoutExtension(String path) {
        int slash = path.lastIndexOf('/');
        int dot = path.lastIndexOf('.');
        String plain = dot > slash + 1 ? path.substring(0, dot) : path;
        return plain.endsWith("/index") ? plain.substring(0, plain.length() - "/index".length()) : plain;
    }

    private static String lastSteps(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
