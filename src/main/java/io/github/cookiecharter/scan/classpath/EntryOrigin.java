package io.github.cookiecharter.scan.classpath;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a folder or an archive is to the project.
 *
 * @param label what messages call it
 * @param origin {@link io.github.cookiecharter.scan.model.Evidence#OWN}, or the coordinates of the dependency
 * @param reported whether what it sets is evidence
 * @param folders where files in it may be spelled from: the folder itself behind those that it was copied from; empty
 *     for an archive, in which paths begin at its root
 * @param module the module's folder
 */
record EntryOrigin(String label, String origin, boolean reported, List<Path> folders, Path module) {

    /** The path of a file as people know it. */
    String spelled(String path) {
        for (int i = 0; i < folders.size(); i++) {
            Path file = folders.get(i).resolve(path);
            if (i == folders.size() - 1 || Files.isRegularFile(file)) {
                return relative(module, file);
            }
        }
        return path;
    }

    static String relative(Path module, Path file) {
        if (file.startsWith(module)) {
            return module.relativize(file).toString().replace('\\', '/');
        }
        try {
            return module.relativize(file).toString().replace('\\', '/');
        } catch (IllegalArgumentException e) {
            // On another drive.
            return String.valueOf(file.getFileName());
        }
    }
}
