package io.github.cookiecharter.output;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a later phase of the build copies files to, as the resources plugin does: it never removes what it copied, so a
 * file that is no longer generated would stay in the package.
 *
 * @param from the folder that is copied, absolute
 * @param to the folder that the copies lie in, absolute
 */
public record ResourceCopies(Path from, Path to) {

    /** Where the copy of a file lies, if it has one. */
    Optional<Path> copyOf(Path file) {
        return file.startsWith(from) ? Optional.of(to.resolve(from.relativize(file))) : Optional.empty();
    }
}
