package io.github.cookiecharter.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Moves files with the file system's atomic move; across file systems, copies the file beside its target first. */
final class AtomicMover implements AtomicReplacer.Mover {

    @Override
    public void move(Path prepared, Path target) throws IOException {
        try {
            Files.move(prepared, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            moveCopy(prepared, target);
        }
    }

    private static void moveCopy(Path prepared, Path target) throws IOException {
        Path copy = temporaryCopy(target);
        try {
            Files.copy(prepared, copy, StandardCopyOption.REPLACE_EXISTING);
            try {
                Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException none) {
                Files.move(copy, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** Returns the path of the temporary copy of a file that is moved across file systems. */
    static Path temporaryCopy(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".cookie-charter");
    }
}
