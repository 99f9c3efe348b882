package io.github.cookiecharter.scan.model;

import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.SameSite;
import java.util.Optional;

/**
 * The attributes with which a cookie is seen to be set. What is empty cannot be known; what the code leaves at the
 * default of its library is known.
 *
 * @param lifetime how long it is kept
 * @param httpOnly whether scripts cannot read it
 * @param secure whether it travels over https alone
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

    /** Nothing is known. */
    public static final ObservedAttributes UNKNOWN = new ObservedAttributes(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
