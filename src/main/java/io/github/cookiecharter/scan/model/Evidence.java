package io.github.cookiecharter.scan.model;

import io.github.cookiecharter.model.Kind;
import java.util.Optional;

/**
 * One place where code, a script, a page or a configuration sets or deletes a cookie, or an entry of web storage.
 *
 * @param name its name, or with {@link Certainty#PATTERN} the pattern of its names; empty where it cannot be known
 * @param kind what is set
 * @param action whether it is set or deleted
 * @param place where
 * @param origin {@link #OWN}, or the coordinates of the dependency
 * @param certainty how well the name is known
 * @param how what was seen, in a few words for people, such as {@code new jakarta.servlet.http.Cookie, through
 *     com.acme.Cookies#create}
 * @param attributes with which attributes it is set
 * @param guarded whether the code asks for the visitor's consent before, as far as can be seen
 */
public record Evidence(
        Optional<String> name,
        Kind kind,
        StorageAction action,
        CodePlace place,
        String origin,
        Certainty certainty,
        String how,
        ObservedAttributes attributes,
        boolean guarded) {

    /** The origin of what the project itself contains. */
    public static final String OWN = "own";

    /** Whether the project itself contains it. */
    public boolean isOwn() {
        return origin.equals(OWN);
    }
}
