package io.github.cookiecharter.banner;

import io.github.cookiecharter.model.NamePattern;
import java.net.IDN;
import java.util.Comparator;
import java.util.Locale;

/**
 * The address of a frame or a pixel as {@code banner.js} compares it: each part by itself, so that a {@code *} in the host
 * stands for a part of the host and not for slashes or a port. Scheme and fragment make no difference.
 *
 * @param host in lower case and ASCII; empty for an address on the site itself
 * @param port empty for the usual one
 * @param path with the query
 */
record FrameAddress(String host, String port, String path) {

    /** Addresses without {@code *} first; of two patterns the one with more characters is more specific. */
    static final Comparator<FrameAddress> BY_PRECEDENCE = Comparator.comparing(FrameAddress::isPattern)
            .thenComparing(Comparator.comparingInt(FrameAddress::literalLength).reversed());

    /** Reads a declared address. */
    static FrameAddress of(String url) {
        if (url.startsWith("/")) {
            return new FrameAddress("", "", url);
        }
        int start = url.indexOf("//") + 2;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(start, end);
        int colon = authority.lastIndexOf(':');
        // An IPv6 address has colons between brackets.
        boolean hasPort = colon > authority.lastIndexOf(']');
        String host = hasPort ? authority.substring(0, colon) : authority;
        String port = hasPort ? authority.substring(colon + 1) : "";
        String usual = url.toLowerCase(Locale.ROOT).startsWith("https:") ? "443" : "80";
        String rest = url.substring(end);
        return new FrameAddress(
                normalizeHost(host), port.equals(usual) ? "" : port, rest.startsWith("/") ? rest : "/" + rest);
    }

    // As browsers write it.
    private static String normalizeHost(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return host.toLowerCase(Locale.ROOT);
        }
    }

    private boolean isPattern() {
        return !pattern().isLiteral();
    }

    private int literalLength() {
        return pattern().literalLength();
    }

    private NamePattern pattern() {
        return new NamePattern(host + ':' + port + path);
    }
}
