package io.github.cookiecharter.output;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Checks whether a file is unchanged since a run wrote it. */
final class FileStamps {

    private FileStamps() {}

    /**
     * What a stamp keeps of a file's content.
     *
     * @param size in bytes
     * @param hash the checksum
     */
    record Content(long size, String hash) {

        static Content of(byte[] content) {
            return new Content(content.length, FileStamps.hash(content));
        }

        /** Returns the stamp of a file with this content. */
        OutputState.FileStamp stampOf(Path file) {
            return new OutputState.FileStamp(size, file.toFile().lastModified(), hash);
        }
    }

    /**
     * Returns whether the file still has its content: by size and modification time, and only if the time differs by
     * checksum.
     */
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
            // An unreadable file counts as changed: generating it again reports the error.
            return false;
        }
    }

    /** Returns whether the file exists with these bytes, and is not a symbolic link. */
    static boolean hasContent(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }

    // Manual edits do not forge checksums, and a cold JVM takes tens of milliseconds for its first SHA.
    private static String hash(byte[] content) {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        return Long.toHexString(checksum.getValue());
    }
}
