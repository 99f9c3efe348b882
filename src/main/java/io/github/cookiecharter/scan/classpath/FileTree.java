package io.github.cookiecharter.scan.classpath;

import java.io.IOException;
import java.util.List;

/** A folder or an archive: the paths of its files, and their content on demand. */
interface FileTree extends AutoCloseable {

    /** The paths of its files in order, relative to its root, with {@code /}. */
    List<String> paths();

    /**
     * Reads a file.
     *
     * @param most how many bytes it may have
     * @throws IOException if it cannot be read, with a message that continues a sentence
     */
    byte[] read(String path, long most) throws IOException;

    @Override
    void close();
}
