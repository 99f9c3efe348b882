package io.github.cookiecharter.banner;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A file of the banner library itself, as the library's authors published it.
 *
 * @param name the name under which it is served
 * @param kind what the page does with it
 * @param content the bytes
 * @param integrity the value of the {@code integrity} attribute; for a bundled file a constant, which a test compares
 *     with the bytes, since hashing in a cold JVM would slow every first build
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record RuntimeFile(String name, Kind kind, byte[] content, String integrity) {

    /** What a page does with a file. */
    enum Kind {
        STYLE,
        SCRIPT,
        LICENCE
    }

    /** A text made for the site. */
    static RuntimeFile generated(String name, Kind kind, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        return new RuntimeFile(name, kind, content, Integrity.of(content));
    }

    /** A file that was bundled when the plugin was built. */
    static RuntimeFile bundled(String path, Kind kind, String name, String integrity) {
        try (InputStream in = Objects.requireNonNull(RuntimeFile.class.getResourceAsStream(path), path)) {
            return new RuntimeFile(name, kind, in.readAllBytes(), integrity);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
