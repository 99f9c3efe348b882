package io.github.cookiecharter.output;

import java.nio.charset.StandardCharsets;

/**
 * A file to be written.
 *
 * @param root the folder below which it goes
 * @param path the path below that folder, with {@code /} between its parts
 * @param content the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // artefacts are carried, never compared
public record Artefact(OutputRoot root, String path, byte[] content) {

    /** A text file, in UTF-8. */
    public static Artefact text(OutputRoot root, String path, String content) {
        return new Artefact(root, path, content.getBytes(StandardCharsets.UTF_8));
    }
}
