package io.github.cookiecharter.scan.cookie;

import io.github.cookiecharter.scan.model.ObservedAttributes;
import java.util.Optional;

/**
 * A cookie that a text sets.
 *
 * @param name its name as far as it is known
 * @param deletes whether the browser deletes the cookie instead of keeping it
 * @param attributes with which attributes it is set; what an unknown part of the text may change is empty
 */
public record SetCookie(AbstractString name, boolean deletes, ObservedAttributes attributes) {

    /** One or the other of two cookies of the same name: what is the same in both is known. */
    public SetCookie or(SetCookie other) {
        ObservedAttributes one = attributes;
        ObservedAttributes two = other.attributes;
        return new SetCookie(
                name,
                deletes && other.deletes,
                new ObservedAttributes(
                        both(one.lifetime(), two.lifetime()),
                        both(one.httpOnly(), two.httpOnly()),
                        both(one.secure(), two.secure()),
                        both(one.sameSite(), two.sameSite()),
                        both(one.domain(), two.domain()),
                        both(one.path(), two.path())));
    }

    private static <T> Optional<T> both(Optional<T> one, Optional<T> two) {
        return one.equals(two) ? one : Optional.empty();
    }
}
