package io.github.cookiecharter.scan.model;

import java.nio.charset.StandardCharsets;

/**
 * A script, a page or a configuration.
 *
 * @param path relative to the module's folder or to the root of its archive, with {@code /}
 * @param origin {@link Evidence#OWN}, or the coordinates of the dependency
 * @param text its content, without a byte order mark
 */
public record TextFile(String path, String origin, String text) {

    /** A file from its bytes: UTF-8, or where they are none, Latin-1, in which every byte is a character. */
    public static TextFile of(String path, String origin, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0) {
            text = new String(content, StandardCharsets.ISO_8859_1);
        }
        return new TextFile(path, origin, text.startsWith("\ufeff") ? text.substring(1) : text);
    }

    /** Whether the project itself contains it. */
    public boolean isOwn() {
        return origin.equals(Evidence.OWN);
    }
}
