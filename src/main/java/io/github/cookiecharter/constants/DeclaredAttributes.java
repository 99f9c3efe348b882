package io.github.cookiecharter.constants;

import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Domain;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.Lifetime.Lasting;
import io.github.cookiecharter.model.Party;
import io.github.cookiecharter.model.SameSite;
import java.util.Locale;
import java.util.Optional;

/** The declared attributes of a cookie, written as in a {@code Set-Cookie} header. */
final class DeclaredAttributes {

    // Chromium keeps no cookie longer than 400 days (RFC 6265bis, section 5.5).
    private static final long LONGEST_SECONDS = 400L * 24 * 60 * 60;

    // The servlet API counts the seconds of a cookie in an int.
    private static final long MOST_SECONDS = Integer.MAX_VALUE;

    private DeclaredAttributes() {}

    /** Returns such as {@code Path=/; Max-Age=3600; Secure}; with all domains of the site, although a cookie has one. */
    static String of(Cookie cookie) {
        StringBuilder text = new StringBuilder("Path=").append(cookie.path());
        for (Domain domain : cookie.domains()) {
            if (domain.party() == Party.FIRST) {
                text.append("; Domain=").append(domain.name());
            }
        }
        cookie.lifetime().ifPresent(lifetime -> appendLifetime(lifetime, text));
        text.append(isSecure(cookie) ? "; Secure" : "");
        text.append(cookie.httpOnly().orElse(hasPrefix(cookie, "__http-", "__host-http-")) ? "; HttpOnly" : "");
        cookie.sameSite().ifPresent(sameSite -> text.append("; SameSite=").append(sameSite.word()));
        return text.append(cookie.partitioned().orElse(false) ? "; Partitioned" : "")
                .toString();
    }

    private static void appendLifetime(Lifetime lifetime, StringBuilder text) {
        if (lifetime instanceof Lasting lasting) {
            text.append("; Max-Age=").append((long) Math.min(MOST_SECONDS, lasting.seconds()));
        } else if (lifetime instanceof Lifetime.Persistent) {
            text.append("; Max-Age=").append(LONGEST_SECONDS);
        }
    }

    // Browsers refuse such cookies without the attribute.
    private static boolean isSecure(Cookie cookie) {
        return cookie.secure()
                .orElse(cookie.partitioned().orElse(false)
                        || cookie.sameSite().equals(Optional.of(SameSite.NONE))
                        || hasPrefix(cookie, "__secure-", "__host-", "__http-"));
    }

    private static boolean hasPrefix(Cookie cookie, String... prefixes) {
        String name = cookie.name().text().toLowerCase(Locale.ROOT);
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
