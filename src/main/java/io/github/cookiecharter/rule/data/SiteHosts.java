package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Site;
import io.github.cookiecharter.charter.HostNames;
import java.util.List;
import java.util.Set;

/**
 * Tells the site's own hosts from those of others. Hosts below one registered domain count as the site's own, since a
 * site may load its scripts from {@code static.} or {@code cdn.} of its own domain.
 */
public final class SiteHosts {

    // The parts of a country's domains below which others register, such as 'co.uk' and 'gouv.fr'.
    private static final Set<String> SECOND_LEVEL =
            Set.of("ac", "co", "com", "edu", "gob", "gov", "gouv", "gv", "go", "ne", "net", "nom", "or", "org", "sch");
    // Domains below which each customer of a platform has a host of its own.
    private static final List<String> PLATFORMS = List.of(
            "github.io",
            "gitlab.io",
            "herokuapp.com",
            "azurewebsites.net",
            "cloudfront.net",
            "amazonaws.com",
            "netlify.app",
            "vercel.app",
            "pages.dev",
            "web.app",
            "appspot.com",
            "blogspot.com",
            "wordpress.com",
            "myshopify.com");

    private SiteHosts() {}

    /** Returns whether a host, without port, is the site's own; a path, whose host is empty, is. */
    public static boolean isOwn(Site site, String host) {
        if (host.isEmpty() || isBelowSame(site.host(), host)) {
            return true;
        }
        for (String other : site.hosts()) {
            if (isBelowSame(other, host)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a cookie has a domain that is not the site's own. */
    public static boolean isForeign(Site site, Cookie cookie) {
        for (Charter.Domain domain : cookie.domains()) {
            if (domain.party().includesThird() && !isOwn(site, domain.name())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBelowSame(String own, String host) {
        return HostNames.isInDomain(host, registeredDomain(own));
    }

    private static String registeredDomain(String host) {
        for (String platform : PLATFORMS) {
            if (HostNames.isInDomain(host, platform)) {
                return host;
            }
        }
        String[] labels = host.split("\\.", -1);
        int last = labels.length - 1;
        if (last < 2 || isAddress(host)) {
            return host;
        }
        boolean isShared = labels[last].length() == 2 && SECOND_LEVEL.contains(labels[last - 1]);
        String domain = labels[last - 1] + "." + labels[last];
        return isShared ? labels[last - 2] + "." + domain : domain;
    }

    private static boolean isAddress(String host) {
        return host.startsWith("[") || Character.isDigit(host.charAt(host.length() - 1));
    }
}
