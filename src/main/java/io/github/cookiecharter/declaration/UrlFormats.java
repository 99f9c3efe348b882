package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.SafeText;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Validators for URLs, paths, host names and e-mail addresses. Each returns the end of an error message, or empty for a
 * valid value.
 */
final class UrlFormats {

    private static final int MAX_HOST_LENGTH = 253;
    private static final int MAX_LABEL_LENGTH = 63;
    private static final int MAX_PORT = 65_535;
    private static final String IN_ASCII = ": write its form in ASCII, in which 'xn--' stands";

    private UrlFormats() {}

    /** Validates an absolute http or https URL with a host. */
    static Optional<String> validateAbsoluteUrl(String value) {
        if (!isHttp(value)) {
            return Optional.of("must be an absolute http or https URL, such as https://www.example.org, not "
                    + SafeText.quote(value)
                    + (validateHost(value).isEmpty() && value.indexOf('.') > 0
                            ? ": did you mean " + SafeText.quote("https://" + value) + "?"
                            : ""));
        }
        try {
            if (isAmbiguous(authority(value))) {
                return Optional.of("names a host that programs interpret as different addresses: "
                        + SafeText.quote(value) + IN_ASCII);
            }
            URI uri = new URI(toAsciiUrl(value));
            if (uri.getHost() == null
                    || uri.getPort() > MAX_PORT
                    || validateHost(withoutIpv6Address(uri.getHost())).isPresent()) {
                return Optional.of("names an invalid host: " + SafeText.quote(value));
            }
            if (uri.getRawUserInfo() != null) {
                return Optional.of("must not hold a user name or password: remove the part before the '@'");
            }
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of("is no URL: " + SafeText.quote(value) + forbiddenHint(value));
        }
    }

    /** Returns the URL of a text that {@link #validateAbsoluteUrl} accepts. */
    static URI toUri(String value) {
        return URI.create(toAsciiUrl(value));
    }

    /** Validates an absolute URL, or a path that begins with a slash. */
    static Optional<String> validateUrlOrPath(String value) {
        if (!value.startsWith("/") || value.startsWith("//")) {
            return isHttp(value)
                    ? validateAbsoluteUrl(value)
                    : Optional.of(
                            "must be a URL such as https://www.example.org/privacy, or a path that begins with '/',"
                                    + " not " + SafeText.quote(value));
        }
        try {
            URI path = new URI(value);
            return path.isOpaque() ? Optional.of("is no path: " + SafeText.quote(value)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of("is no path: " + SafeText.quote(value) + forbiddenHint(value));
        }
    }

    /** Validates an e-mail address, a URL or a path. */
    static Optional<String> validateContact(String value) {
        int at = value.indexOf('@');
        if (value.startsWith("/") || isHttp(value)) {
            return validateUrlOrPath(value);
        }
        if (value.startsWith("mailto:")) {
            return Optional.of("must be the e-mail address alone, without 'mailto:'");
        }
        boolean address = at > 0
                && at == value.lastIndexOf('@')
                && validateHost(toAscii(value.substring(at + 1))).isEmpty()
                && containsNone(value.substring(0, at), " ()<>,;:/\\\"[]");
        return address
                ? Optional.empty()
                : Optional.of("must be an e-mail address, a URL or a path that begins with '/', not "
                        + SafeText.quote(value));
    }

    /** Validates the URL of a script, a frame or a pixel, in which {@code *} matches any run of characters, in the host any part of the host. */
    static Optional<String> validatePattern(String value) {
        boolean path = value.startsWith("/") && !value.startsWith("//");
        if (!path && !isHttp(value)) {
            return Optional.of(
                    "must be an http or https URL or a path that begins with '/', with '*' where it varies, not "
                            + SafeText.quote(value));
        }
        int start = path ? 0 : value.indexOf("//") + 2;
        boolean isEmptyPattern =
                value.substring(start).replace("*", "").replace("/", "").isEmpty();
        if (isEmptyPattern && !(path && value.equals("/"))) {
            return Optional.of("matches every address: name at least the host");
        }
        if (!path && authority(value).indexOf('@') >= 0) {
            return Optional.of("must not hold a user name or password: remove the part before the '@'");
        }
        if (containsNone(value, " <>\"\\^`{|}")) {
            boolean isOnlyHost = !path && authority(value).length() == value.length() - start;
            return isOnlyHost && value.indexOf('*') >= 0
                    ? Optional.of("ends with the host, and there '*' stands for no path: write "
                            + SafeText.quote(value.replaceFirst("(?<=[^.:*])\\*$", "") + "/*"))
                    : Optional.empty();
        }
        Optional<String> pattern = NamePlaceholders.pattern(value);
        boolean better = pattern.isPresent() && validatePattern(pattern.get()).isEmpty();
        return Optional.of("is no URL: " + SafeText.quote(value)
                + (better ? ": did you mean " + SafeText.quote(pattern.get()) + "?" : forbiddenHint(value)));
    }

    /** Validates a host name. */
    static Optional<String> validateHostName(String value) {
        Optional<String> error = validateHost(asciiHost(value));
        if (error.isEmpty()) {
            return error;
        }
        String hint = isHttp(value)
                ? ": write it without the scheme and the path"
                : value.indexOf(':') >= 0 ? ": write it without the port" : isAmbiguous(value) ? IN_ASCII : "";
        return Optional.of("must be a host name such as www.example.org, not " + SafeText.quote(value) + hint);
    }

    /** Validates the attribute {@code Domain} of a cookie: a host name, with or without a leading dot. */
    static Optional<String> validateCookieDomain(String value) {
        return validateHostName(value.startsWith(".") ? value.substring(1) : value);
    }

    /** Returns the host name in lower case and in ASCII (RFC 5891); unchanged if programs disagree on that form. */
    static String asciiHost(String host) {
        return isAmbiguous(host) ? host : toAscii(host);
    }

    private static String toAscii(String host) {
        for (int i = 0; i < host.length(); i++) {
            if (host.charAt(i) > 0x7F) {
                try {
                    return IDN.toASCII(host).toLowerCase(Locale.ROOT);
                } catch (IllegalArgumentException e) {
                    return host;
                }
            }
        }
        return host.toLowerCase(Locale.ROOT);
    }

    // The JDK's IDNA 2003 maps these four characters to another host than the IDNA 2008 of browsers does: faß.de would
    // become fass.de, which may belong to another owner (UTS #46, section 6).
    private static boolean isAmbiguous(String host) {
        for (int i = 0; i < host.length(); i++) {
            if ("\u00DF\u03C2\u200C\u200D".indexOf(host.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> validateHost(String value) {
        boolean valid = !value.isEmpty() && value.length() <= MAX_HOST_LENGTH;
        int label = 0;
        char before = '.';
        for (int i = 0; i < value.length() && valid; i++) {
            char c = value.charAt(i);
            boolean dot = c == '.';
            valid = dot
                    ? label > 0 && before != '-'
                    : (c < 0x80 && Character.isLetterOrDigit(c)) || c == '_' || (c == '-' && label > 0);
            label = dot ? 0 : label + 1;
            valid &= label <= MAX_LABEL_LENGTH;
            before = c;
        }
        return valid && before != '.' && before != '-' ? Optional.empty() : Optional.of("is no host name");
    }

    // An IPv6 address in brackets is a valid host but not a host name: a valid name replaces it for validation.
    private static String withoutIpv6Address(String host) {
        return host.startsWith("[") ? "localhost" : host;
    }

    /** Returns the host of an absolute URL, with stars where it is a pattern, or empty for a path. */
    static String host(String value) {
        if (!isHttp(value)) {
            return "";
        }
        String authority = authority(value);
        int port = authority.lastIndexOf(':');
        return port < 0 ? authority : authority.substring(0, port);
    }

    private static boolean isHttp(String value) {
        return value.regionMatches(true, 0, "https://", 0, 8) || value.regionMatches(true, 0, "http://", 0, 7);
    }

    private static String authority(String url) {
        int start = url.indexOf("//") + 2;
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(start, end);
    }

    private static String toAsciiUrl(String url) {
        int start = url.indexOf("//") + 2;
        String authority = authority(url);
        int end = start + authority.length();
        int port = authority.lastIndexOf(':');
        String host = port < 0 ? authority : authority.substring(0, port);
        String converted = asciiHost(host);
        return converted.equalsIgnoreCase(host)
                ? url
                : url.substring(0, start) + converted + authority.substring(host.length()) + url.substring(end);
    }

    private static String forbiddenHint(String value) {
        return containsNone(value, " ") ? ": write characters such as < > { } | in percent form" : ": it holds a blank";
    }

    private static boolean containsNone(String value, String characters) {
        for (int i = 0; i < value.length(); i++) {
            if (characters.indexOf(value.charAt(i)) >= 0 || Character.isWhitespace(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
