package io.github.cookiecharter.scan.classpath;

import java.io.IOException;
import java.io.InputStream;

/** Reads a stream within a limit, regardless of the size that an archive declares. */
final class BoundedReader {

    private BoundedReader() {}

    static byte[] read(InputStream in, long maxBytes) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > maxBytes) {
            throw new IOException("is larger than " + (maxBytes >> 20) + " MB");
        }
        return bytes;
    }
}
