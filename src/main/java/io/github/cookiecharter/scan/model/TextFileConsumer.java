package io.github.cookiecharter.scan.model;

/** Takes the scripts, pages and configurations that are met while the project and its libraries are walked. */
public interface TextFileConsumer {

    /**
     * Whether this file is to be read.
     *
     * @param path relative to the module's folder or to the root of its archive, with {@code /}
     */
    boolean wants(String path);

    /** Takes a file that it wanted; called from one thread, in the same order on every machine. */
    void take(TextFile file);
}
