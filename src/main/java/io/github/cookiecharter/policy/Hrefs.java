package io.github.cookiecharter.policy;

import io.github.cookiecharter.model.PercentEncoding;
import java.util.Locale;

/** Addresses of the declaration as values of {@code href}. */
final class Hrefs {

    private static final String UNSAFE = " \"<>\\^`{|}";

    private Hrefs() {}

    /** The link for an address by mail, a URL, or a path. */
    static String contactHref(String contact) {
        boolean isMail = contact.indexOf('@') > 0 && contact.indexOf('/') < 0 && contact.indexOf(':') < 0;
        return isMail ? "mailto:" + encode(contact, UNSAFE + "%?&#") : href(contact);
    }

    /**
     * The link for a URL or a path; {@code #} for any other scheme than those of the web and of mail, since a link
     * could run a script.
     */
    static String href(String address) {
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
        StringBuilder plain = new StringBuilder();
        for (char c = '!'; c <= '~'; c++) {
            if (unsafe.indexOf(c) < 0) {
                plain.append(c);
            }
        }
        return PercentEncoding.encode(address, plain.toString());
    }
}
