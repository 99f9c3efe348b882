package io.github.cookiecharter.scan.classpath;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The origin of a folder or an archive: the project itself or a dependency.
 *
 * @param label its name in messages
 * @param origin {@link io.github.cookiecharter.scan.model.Evidence#OWN}, or the coordinates of the dependency
 * @param reported whether the cookies that it sets are evidence
 * @param folders the folders that a path is displayed from: those that the build copied its files from, then the folder
 *     itself; empty for an archive, where paths start at its root
 * @param module the module's folder
 */
record EntryOrigin(String label, String origin, boolean reported, List<Path> folders, Path module) {

    /** Returns the path of a file as messages show it: that of its source, relative to the module. */
    String displayPath(String path) {
        for (int i = 0; i < folders.size(); i++) {
            Path file = folders.get(i).resolve(path);
            if (i == folders.size() - 1 || Files.isRegularFile(file)) {
                return relativize(module, file);
            }
        }
        return path;
    }

    static String relativize(Path module, Path file) {
        if (file.startsWith(module)) {
            return module.relativize(file).toString().replace('\\', '/');
        }
        try {
            return module.relativize(file).toString().replace('\\', '/');
        } catch (IllegalArgumentException e) {
            // The file is on another drive.
            return String.valueOf(file.getFileName());
        }
    }
}
