package io.github.cookiecharter.model;

import java.nio.charset.StandardCharsets;

/** Percent encoding (RFC 3986, 2.1), of texts in UTF-8. */
public final class PercentEncoding {

    /** Letters and digits of ASCII. */
    public static final String ALPHANUMERIC = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private static final String OF_PATHS = ALPHANUMERIC + "-._~/";

    private PercentEncoding() {}

    /**
     * The relative address of a file.
     *
     * @param path relative, with {@code /}
     */
    public static String path(String path) {
        return encode(path, OF_PATHS);
    }

    /**
     * A text in which each octet is encoded, with capital letters, except those of some characters.
     *
     * @param plain the characters of ASCII that stay as they are
     */
    public static String encode(String text, String plain) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (octet >= 0 && plain.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(digit(octet >> 4)).append(digit(octet));
            }
        }
        return encoded.toString();
    }

    private static char digit(int number) {
        return "0123456789ABCDEF".charAt(number & 15);
    }
}
