package io.github.cookiecharter.scan.classpath;

import java.io.IOException;
import java.io.InputStream;

/** Reads within a limit, whatever a header says of the size. */
final class BoundedReader {

    private BoundedReader() {}

    static byte[] read(InputStream in, long most) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > most) {
            throw new IOException("is larger than " + (most >> 20) + " MB");
        }
        return bytes;
    }
}
