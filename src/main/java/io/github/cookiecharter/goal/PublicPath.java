package io.github.cookiecharter.goal;

import java.util.Locale;

/**
 * The path at which the web files are served.
 *
 * @param path the folder below the web root, without {@code /} at its ends
 * @param prefix the prefix of a file's name in links, such as {@code /shop/cookie-charter/}
 */
record PublicPath(String path, String prefix) {

    private static final String PATH = "webPath";
    private static final String BASE = "baseUrl";

    /**
     * Checks the parameters and creates the path. Removes a {@code /} at the ends of {@code webPath}, and adds a missing one
     * at the end of {@code baseUrl}, since the meaning is clear.
     *
     * @throws ParameterException if one of them cannot be part of a link, or leaves the web root
     */
    static PublicPath of(String webPath, String baseUrl) throws ParameterException {
        String path = trimSlashes(webPath.trim());
        int from = 0;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            String part = path.substring(from, end);
            if (part.isEmpty() || part.equals(".") || part.equals("..") || !isPlain(part)) {
                throw new ParameterException(
                        PATH,
                        "is '" + webPath + "'",
                        "write a folder below the web root, of letters, digits, '.', '-', '_' and '/', such as"
                                + " cookie-charter or legal/cookies");
            }
            from = end + 1;
        }
        return new PublicPath(path, base(baseUrl.trim()) + path + "/");
    }

    private static String trimSlashes(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == '/') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == '/') {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isPlain(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '.'
                    || c == '-'
                    || c == '_'
                    || c == '~';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String base(String baseUrl) throws ParameterException {
        String lower = baseUrl.toLowerCase(Locale.ROOT);
        boolean rooted = lower.startsWith("/") || lower.startsWith("https://") || lower.startsWith("http://");
        if (!rooted || !isUrl(baseUrl) || lacksHost(baseUrl)) {
            throw new ParameterException(
                    BASE,
                    "is '" + baseUrl + "'",
                    "write a path that begins with '/', such as /shop/, or the URL of a host, such as"
                            + " https://static.example.org/");
        }
        return baseUrl.endsWith("/") ? baseUrl : baseUrl + "/";
    }

    // Behind two slashes stands a host (RFC 3986, 3.2): where none does, a browser takes the folder for one.
    private static boolean lacksHost(String baseUrl) {
        int slashes = baseUrl.indexOf("//");
        boolean hostFollows = slashes == 0 || (slashes > 0 && baseUrl.charAt(slashes - 1) == ':');
        int host = slashes + 2;
        return hostFollows && (host == baseUrl.length() || baseUrl.charAt(host) == '/' || baseUrl.charAt(host) == ':');
    }

    // What RFC 3986 allows in the path of a URL; neither query nor fragment can stand before a file's name.
    private static boolean isUrl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= 0x7f || "\"<>\\^`{|}?#".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }
}
