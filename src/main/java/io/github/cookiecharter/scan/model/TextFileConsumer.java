package io.github.cookiecharter.scan.model;

/** Receives the scripts, pages and configuration files of the class path and the web folders. */
public interface TextFileConsumer {

    /**
     * Returns whether this consumer reads a file of this path.
     *
     * @param path relative to the module's folder or to the root of its archive, with {@code /}
     */
    boolean supports(String path);

    /** Accepts a file that it supports; called from one thread, in the same order on every machine. */
    void accept(TextFile file);
}
