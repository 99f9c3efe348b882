package io.github.cookiecharter.policy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Addresses of the declaration as values of {@code href}. */
final class Hrefs {

    private static final String UNSAFE = " \"<>\\^`{|}";

    private Hrefs() {}

    /** The link for an address by mail, a URL, or a path. */
    static String contact(String contact) {
        boolean isMail = contact.indexOf('@') > 0 && contact.indexOf('/') < 0 && contact.indexOf(':') < 0;
        return isMail ? "mailto:" + encode(contact, UNSAFE + "%?&#") : to(contact);
    }

    /**
     * The link for a URL or a path; {@code #} for any other scheme than those of the web and of mail, since a link
     * could run a script.
     */
    static String to(String address) {
        String encoded = encode(address, UNSAFE);
        int colon = encoded.indexOf(':');
        int path = encoded.indexOf('/');
        if (colon < 0 || (path >= 0 && path < colon)) {
            return encoded;
        }
        return switch (encoded.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "https", "http", "mailto", "tel" -> encoded;
            default -> "#";
        };
    }

    private static String encode(String address, String unsafe) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : address.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c <= 0x20 || c >= 0x7f || unsafe.indexOf(c) >= 0) {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }
}
