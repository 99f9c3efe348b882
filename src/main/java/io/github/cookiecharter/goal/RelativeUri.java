package io.github.cookiecharter.goal;

import java.nio.charset.StandardCharsets;

/** Relative addresses of files, percent-encoded (RFC 3986). */
final class RelativeUri {

    private RelativeUri() {}

    /**
     * The address of a file.
     *
     * @param path relative, with {@code /}
     */
    static String of(String path) {
        StringBuilder uri = new StringBuilder(path.length() + 16);
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(b)) {
                uri.append((char) b);
            } else {
                uri.append('%').append(hex(b >> 4)).append(hex(b));
            }
        }
        return uri.toString();
    }

    private static boolean isPlain(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '-'
                || b == '.'
                || b == '_'
                || b == '~'
                || b == '/';
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit & 15);
    }
}
