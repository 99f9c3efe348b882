package io.github.cookiecharter.imports.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A file to import.
 *
 * @param name its name, without its path
 * @param size its size in bytes
 * @param content opens it
 */
public record ImportSource(String name, long size, Content content) {

    /** Opens a file. */
    public interface Content {

        /** Returns the file's bytes from their beginning; the caller closes them. */
        InputStream open() throws IOException;
    }

    /** Returns a source of bytes. */
    public static ImportSource of(String name, byte[] bytes) {
        return new ImportSource(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }
}
