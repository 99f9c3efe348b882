package io.github.cookiecharter.output;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Tells whether a file is still as a run left it. */
final class FileStamps {

    private FileStamps() {}

    /** The stamp of a file with this content. */
    static OutputState.FileStamp stampOf(Path file, byte[] content) {
        return new OutputState.FileStamp(content.length, file.toFile().lastModified(), hash(content));
    }

    /** Whether the file has the content that it had: by size and time stamp, and only where these differ by reading. */
    static boolean isUnchanged(Path file, OutputState.FileStamp stamp) {
        File plain = file.toFile();
        if (plain.length() != stamp.size() || !plain.isFile()) {
            return false;
        }
        return plain.lastModified() == stamp.modified() || hasHash(file, stamp.hash());
    }

    private static boolean hasHash(Path file, String hash) {
        try {
            return hash(Files.readAllBytes(file)).equals(hash);
        } catch (IOException e) {
            // What cannot be read cannot be vouched for: it is generated anew, and that tells what is wrong.
            return false;
        }
    }

    /** Whether the file is there with these bytes, itself and not behind a symbolic link. */
    static boolean hasContent(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }

    // Who edits a file by hand does not aim at its checksum, and a cold JVM takes tens of milliseconds for its first
    // SHA.
    private static String hash(byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return Long.toHexString(checksum.getValue());
    }
}
