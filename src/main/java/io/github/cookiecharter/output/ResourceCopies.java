package io.github.cookiecharter.output;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that a later phase of the build copies, as the resources plugin does. That phase never removes copies, so a
 * file that is no longer generated would stay in the package.
 *
 * @param from the absolute path of the folder that is copied
 * @param to the absolute path of the folder with the copies
 */
public record ResourceCopies(Path from, Path to) {

    /** Returns the path of a file's copy, if it is copied. */
    Optional<Path> copyOf(Path file) {
        return file.startsWith(from) ? Optional.of(to.resolve(from.relativize(file))) : Optional.empty();
    }
}
