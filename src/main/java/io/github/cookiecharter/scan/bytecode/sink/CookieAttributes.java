package io.github.cookiecharter.scan.bytecode.sink;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.SetCookie;
import io.github.cookiecharter.scan.cookie.SetCookieParser;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.util.Optional;

/**
 * The attributes with which a cookie is set, as far as they are known.
 *
 * @param deletes whether the call deletes the cookie, by a maximum age of 0 or a past date
 */
record CookieAttributes(ObservedAttributes attributes, boolean deletes) {

    static final CookieAttributes UNKNOWN = new CookieAttributes(ObservedAttributes.UNKNOWN, false);

    /** Converts the maximum age of a cookie object, in seconds, to a lifetime: a negative age is the session's. */
    static Optional<Lifetime> lifetime(long seconds) {
        if (seconds < 0) {
            return Optional.of(new Lifetime.Session());
        }
        return seconds == 0 ? Optional.empty() : Optional.of(Lifetime.Lasting.ofSeconds(seconds));
    }

    /** Returns the attributes of a {@code Set-Cookie} header. */
    static CookieAttributes ofHeader(AbstractString header) {
        SetCookie cookie = SetCookieParser.parse(header);
        return new CookieAttributes(cookie.attributes(), cookie.deletes());
    }
}
