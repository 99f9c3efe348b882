package io.github.cookiecharter.scan.classpath;

import java.io.IOException;
import java.util.List;

/** The files of a folder or an archive: their paths, and their content on demand. */
interface FileTree extends AutoCloseable {

    /** Returns the sorted paths of its files, relative to its root, separated by {@code /}. */
    List<String> paths();

    /**
     * Reads a file.
     *
     * @param maxBytes the greatest size of the file
     * @throws IOException if it cannot be read or is larger; the message continues the sentence "it …"
     */
    byte[] read(String path, long maxBytes) throws IOException;

    @Override
    void close();
}
