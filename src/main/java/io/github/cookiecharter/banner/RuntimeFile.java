package io.github.cookiecharter.banner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * A file of the banner library itself, as the library's authors published it.
 *
 * @param name the name under which it is served
 * @param kind what the page does with it
 * @param content the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record RuntimeFile(String name, Kind kind, byte[] content) {

    /** What a page does with a file. */
    enum Kind {
        STYLE,
        SCRIPT,
        LICENCE
    }

    /** A file that was bundled when the plugin was built. */
    static RuntimeFile bundled(String runtime, String resource, String name, Kind kind) {
        String path = runtime + "/" + resource;
        try (InputStream in = Objects.requireNonNull(RuntimeFile.class.getResourceAsStream(path), path)) {
            return new RuntimeFile(name, kind, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
