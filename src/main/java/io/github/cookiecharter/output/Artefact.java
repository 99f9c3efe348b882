package io.github.cookiecharter.output;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A file to be written. */
public final class Artefact {

    private final OutputRoot root;
    private final String path;
    private final Supplier<byte[]> content;

    private Artefact(OutputRoot root, String path, Supplier<byte[]> content) {
        this.root = root;
        this.path = path;
        this.content = content;
    }

    /**
     * Creates a file from its bytes.
     *
     * @param root the folder below which it goes
     * @param path the path below that folder, with {@code /} between its parts
     * @param content the bytes
     */
    public Artefact(OutputRoot root, String path, byte[] content) {
        this(root, path, () -> content);
    }

    /** A text file, in UTF-8. */
    public static Artefact text(OutputRoot root, String path, String content) {
        return new Artefact(root, path, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A large file whose bytes are generated when it is written, and not kept.
     *
     * @param content generates the bytes, the same at each call
     */
    public static Artefact deferred(OutputRoot root, String path, Supplier<byte[]> content) {
        return new Artefact(root, path, content);
    }

    /** Returns the folder below which the file goes. */
    public OutputRoot root() {
        return root;
    }

    /** Returns the path below the folder, with {@code /} between its parts. */
    public String path() {
        return path;
    }

    /** Returns the bytes, which a deferred file generates at each call. */
    public byte[] content() {
        return content.get();
    }
}
