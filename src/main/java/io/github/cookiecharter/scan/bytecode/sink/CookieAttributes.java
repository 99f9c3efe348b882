package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.SetCookie;
import io.github.cookiecharter.scan.cookie.SetCookieParser;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.util.Optional;

/**
 * What is known of how a cookie is set.
 *
 * @param deletes whether setting it ends it
 */
record CookieAttributes(ObservedAttributes attributes, boolean deletes) {

    static final CookieAttributes UNKNOWN = new CookieAttributes(ObservedAttributes.UNKNOWN, false);

    /** The maximum age of a cookie object as a lifetime: below 0 it is the session's. */
    static Optional<Lifetime> lifetime(long seconds) {
        if (seconds < 0) {
            return Optional.of(new Lifetime.Session());
        }
        return seconds == 0 ? Optional.empty() : Optional.of(Lifetime.Lasting.ofSeconds(seconds));
    }

    /** What a {@code Set-Cookie} header says. */
    static CookieAttributes ofHeader(AbstractString header) {
        SetCookie cookie = SetCookieParser.parse(header);
        return new CookieAttributes(cookie.attributes(), cookie.deletes());
    }
}
