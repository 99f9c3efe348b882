package io.github.cookiecharter.policy;

import io.github.cookiecharter.model.PercentEncoding;
import java.util.Locale;

/** Encodes addresses of the declaration for {@code href}. */
final class Hrefs {

    private static final String UNSAFE = " \"<>\\^`{|}";

    private Hrefs() {}

    /** Returns the link for an e-mail address, a URL or a path. */
    static String contactHref(String contact) {
        boolean isMail = contact.indexOf('@') > 0 && contact.indexOf('/') < 0 && contact.indexOf(':') < 0;
        return isMail ? "mailto:" + encode(contact, UNSAFE + "%?&#") : href(contact);
    }

    /**
     * Returns the link for a URL or a path; {@code #} for schemes other than https, http, mailto and tel, since a link
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
