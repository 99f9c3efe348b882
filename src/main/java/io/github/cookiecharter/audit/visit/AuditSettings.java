package io.github.cookiecharter.audit.visit;

import io.github.cookiecharter.audit.record.Phase;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What to visit, and how.
 *
 * @param url where the site runs
 * @param pages paths relative to it
 * @param phases what visitors do, in this order
 * @param hosts further hosts of the same site
 * @param settle how long a page gets after it has loaded, at least
 * @param timeout how long a page may take to load
 * @param delay the pause between two loads
 * @param state what the browser of each visitor has at the start
 */
public record AuditSettings(
        URI url,
        List<String> pages,
        List<Phase> phases,
        List<String> hosts,
        Duration settle,
        Duration timeout,
        Duration delay,
        VisitorState state) {

    /** Creates the settings for visitors with nothing stored. */
    public AuditSettings(
            URI url,
            List<String> pages,
            List<Phase> phases,
            List<String> hosts,
            Duration settle,
            Duration timeout,
            Duration delay) {
        this(url, pages, phases, hosts, settle, timeout, delay, VisitorState.EMPTY);
    }

    public AuditSettings {
        pages = List.copyOf(pages);
        phases = List.copyOf(phases);
        hosts = List.copyOf(hosts);
    }

    /** Returns the settings for visitors who have something stored. */
    public AuditSettings with(VisitorState visitors) {
        return new AuditSettings(url, pages, phases, hosts, settle, timeout, delay, visitors);
    }

    /** Returns the address of a page, which may lie below the path of the site's address. */
    String address(String page) {
        String base = url.toString();
        return (base.endsWith("/") ? base : base + "/") + page.substring(page.startsWith("/") ? 1 : 0);
    }

    /** Returns whether a host, or the domain of a cookie, is one of the site. */
    boolean isOwn(String host) {
        if (matches(host, String.valueOf(url.getHost()))) {
            return true;
        }
        return hosts.stream().anyMatch(own -> matches(host, own));
    }

    // A cookie's domain may be a parent of the host.
    private static boolean matches(String host, String own) {
        return host.equals(own) || host.endsWith("." + own) || own.endsWith("." + host);
    }
}
