package io.github.cookiecharter.scan.model;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import java.util.Optional;

/**
 * The attributes that the code sets on a cookie. An empty component is unknown; an attribute that the code leaves at the
 * default of its library has this default.
 *
 * @param lifetime how long browsers keep the cookie
 * @param httpOnly whether scripts cannot read it (attribute {@code HttpOnly})
 * @param secure whether browsers send it over https only (attribute {@code Secure})
 * @param sameSite the attribute {@code SameSite}
 * @param domain the attribute {@code Domain}
 * @param path the attribute {@code Path}
 */
public record ObservedAttributes(
        Optional<Lifetime> lifetime,
        Optional<Boolean> httpOnly,
        Optional<Boolean> secure,
        Optional<SameSite> sameSite,
        Optional<String> domain,
        Optional<String> path) {

    /** All attributes are unknown. */
    public static final ObservedAttributes UNKNOWN = new ObservedAttributes(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
