package io.github.cookiecharter.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Puts into words why the file system refuses. */
final class IoErrors {

    private static final String ADVICE =
            "check its permissions, the space on the disk, and whether another program has it open";

    private IoErrors() {}

    /** What is told of a file or folder that cannot be written. */
    static OutputException cannotWrite(Path path, IOException e) {
        return new OutputException(path + " cannot be written: " + reasonAndRemedy(path, e), e);
    }

    private static String reasonAndRemedy(Path path, IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission is denied: check the permissions of the file and of its folder";
        }
        // Said of a folder that is to be made, for files are replaced.
        if (e instanceof FileAlreadyExistsException there && there.getFile() != null) {
            return (there.getFile().equals(path.toString())
                            ? "a file is in its place"
                            : there.getFile() + " is no folder")
                    + ": move the file elsewhere";
        }
        String reason = reason(e);
        return reason.isEmpty() ? ADVICE : reason + ": " + ADVICE;
    }

    // The system's own words. An exception of a file puts that file before them, which may be one of our drafts.
    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException own ? own.getReason() : e.getMessage();
        return reason == null ? "" : reason.strip();
    }
}
