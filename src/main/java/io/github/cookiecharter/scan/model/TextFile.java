package io.github.cookiecharter.scan.model;

import java.nio.charset.StandardCharsets;

/**
 * A script, a page or a configuration.
 *
 * @param path relative to the module's folder or to the root of its archive, with {@code /}
 * @param origin {@link Evidence#OWN}, or the coordinates of the dependency
 * @param text the content, without a byte order mark
 */
public record TextFile(String path, String origin, String text) {

    /** Decodes a file: as UTF-8, or if it is malformed, as Latin-1, in which every byte is a character. */
    public static TextFile of(String path, String origin, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0) {
            text = new String(content, StandardCharsets.ISO_8859_1);
        }
        return new TextFile(path, origin, text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    /** Returns whether the file is in the project itself. */
    public boolean isOwn() {
        return origin.equals(Evidence.OWN);
    }
}
