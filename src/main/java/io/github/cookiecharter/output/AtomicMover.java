package io.github.cookiecharter.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Moves in one step of the file system, across file systems by way of a copy beside the target. */
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

    /** Where the copy lies that is about to become a file. */
    static Path temporaryCopy(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".cookie-charter");
    }
}
