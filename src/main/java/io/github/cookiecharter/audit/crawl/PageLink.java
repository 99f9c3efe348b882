package io.github.cookiecharter.audit.crawl;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A link of a page, as far as a visitor may follow it without doing something: no sign-out, no deletion, no download.
 *
 * @param address the absolute address
 * @param rel the words of the attribute {@code rel}, in lower case
 * @param download whether the link says that it leads to a download
 */
public record PageLink(String address, String rel, boolean download) {

    /** What ends a session, changes something, or asks for something to be done, in the languages in which paths are written. */
    private static final Pattern ACT = Pattern.compile(
            "(?<![a-z])(log[-_]?(out|off)|sign[-_]?(out|off)|abmeld(en|ung)|ausloggen|d[eé]connexion|deconnecter|se-deconnecter"
                    + "|cerrar-?sesion|salir|logga-?ut|uitloggen|wyloguj|sair|esci|delete|remove|destroy|unsubscribe|l[oö]schen"
                    + "|loeschen|supprimer|eliminar|verwijderen|add[-_]?to[-_]?(cart|basket)|cancel|revoke|disconnect)(?![a-z])");

    private static final Set<String> DOWNLOADS = Set.of(
            "7z", "apk", "avi", "bin", "bz2", "css", "csv", "deb", "dmg", "doc", "docx", "eot", "epub", "exe", "flac",
            "gif", "gz", "ico", "ics", "iso", "jar", "jpeg", "jpg", "js", "json", "m4a", "mkv", "mov", "mp3", "mp4",
            "mpeg", "msi", "odp", "ods", "odt", "ogg", "pdf", "pkg", "png", "ppt", "pptx", "rar", "rpm", "rss", "rtf",
            "svg", "tar", "tgz", "tif", "tiff", "ttf", "txt", "war", "wav", "webm", "webp", "woff", "woff2", "xls",
            "xlsx", "xml", "xz", "zip");

    /** Creates the link of a sitemap. */
    public static PageLink listed(String address) {
        return new PageLink(address, "", false);
    }

    /**
     * Returns the page that the link leads to, relative to the address of a site and with a sorted query.
     *
     * @param site ends with a slash
     * @return empty if it leads elsewhere, or must not be followed
     */
    Optional<String> page(URI site) {
        return parse(address.strip()).filter(target -> isBelow(site, target)).flatMap(target -> page(site, target));
    }

    private Optional<String> page(URI site, URI target) {
        String path = path(target);
        String query = Optional.ofNullable(target.getRawQuery()).orElse("");
        boolean nofollow =
                !query.isEmpty() && Arrays.asList(rel.split("\\s+", -1)).contains("nofollow");
        if (download
                || nofollow
                || isDownload(path)
                || ACT.matcher((path + "?" + query).toLowerCase(Locale.ROOT)).find()) {
            return Optional.empty();
        }
        String below = path.substring(path(site).length());
        return Optional.of("/" + below + (query.isEmpty() ? "" : "?" + sorted(query)));
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(URI.create(text).normalize());
        } catch (IllegalArgumentException e) {
            // Browsers follow addresses that are not valid; without the loaded page nobody knows where they lead.
            return Optional.empty();
        }
    }

    private static boolean isBelow(URI site, URI target) {
        return String.valueOf(site.getScheme()).equalsIgnoreCase(target.getScheme())
                && String.valueOf(site.getHost()).equalsIgnoreCase(target.getHost())
                && port(site) == port(target)
                && path(target).startsWith(path(site));
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    private static String path(URI address) {
        String path = Optional.ofNullable(address.getRawPath()).orElse("");
        return path.isEmpty() ? "/" : path;
    }

    private static boolean isDownload(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/')
                && DOWNLOADS.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static String sorted(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(parameter -> !parameter.isEmpty())
                .sorted()
                .collect(Collectors.joining("&"));
    }
}
