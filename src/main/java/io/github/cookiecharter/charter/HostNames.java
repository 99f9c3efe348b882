package io.github.cookiecharter.charter;

import io.github.cookiecharter.declaration.Declaration;
import io.github.cookiecharter.model.Kind;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;

/** Domains and hosts: to whom a cookie or an address belongs. */
public final class HostNames {

    private HostNames() {}

    /** Returns a domain for comparison: in lower case, without the leading dot, which browsers ignore. */
    static String normalizeDomain(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        return lower.startsWith(".") ? lower.substring(1) : lower;
    }

    /**
     * Returns the host of a pixel, whose name is its URL; empty for other kinds, and for a path, which belongs to the
     * site.
     */
    static Optional<String> pixelHost(Declaration.Cookie declared) {
        String url = declared.name().text();
        if (declared.kind() != Kind.PIXEL || url.startsWith("/")) {
            return Optional.empty();
        }
        int start = url.indexOf("//") + 2;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String withUser = url.substring(start, end);
        String authority = withUser.substring(withUser.lastIndexOf('@') + 1);
        int port = authority.indexOf(':');
        String host = port < 0 ? authority : authority.substring(0, port);
        return Optional.of(asciiHost(host));
    }

    private static String asciiHost(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return host.toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the host of a URL in lower case; empty for a path. */
    public static String host(String url) {
        int start = url.indexOf("//");
        if (start < 0) {
            return "";
        }
        int end = start + 2;
        while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(start + 2, end).toLowerCase(Locale.ROOT);
    }

    /** Returns whether a host equals a domain or is below it. */
    public static boolean isInDomain(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
