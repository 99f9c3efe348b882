package io.github.cookiecharter.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Creates messages for I/O errors. */
final class IoErrors {

    private static final String ADVICE =
            "check its permissions, the space on the disk, and whether another program has it open";

    private IoErrors() {}

    /** Creates the exception for a file or folder that cannot be written. */
    static OutputException cannotWrite(Path path, IOException e) {
        return new OutputException(path + " cannot be written: " + reasonAndRemedy(path, e), e);
    }

    private static String reasonAndRemedy(Path path, IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission is denied: check the permissions of the file and of its folder";
        }
        // Concerns a folder that should be created, since files are replaced.
        if (e instanceof FileAlreadyExistsException there && there.getFile() != null) {
            return (there.getFile().equals(path.toString())
                            ? "a file is in its place"
                            : there.getFile() + " is not a folder")
                    + ": move the file elsewhere";
        }
        String reason = reason(e);
        return reason.isEmpty() ? ADVICE : reason + ": " + ADVICE;
    }

    // The system's own words. FileSystemException prepends a file name, which may be that of a staged file.
    private static String reason(IOException e) {
        String reason = e instanceof FileSystemException own ? own.getReason() : e.getMessage();
        return reason == null ? "" : reason.strip();
    }
}
