package io.github.cookiecharter.scan.model;

import io.github.cookiecharter.model.Kind;
import java.util.Optional;

/**
 * A place where code, a script, a page or a configuration sets or deletes a cookie, or an entry of web storage.
 *
 * @param name the name, or with {@link Certainty#PATTERN} the pattern of the names; empty if it cannot be determined
 * @param kind a cookie or a kind of web storage
 * @param action whether it is set or deleted
 * @param place the position
 * @param origin {@link #OWN}, or the coordinates of the dependency
 * @param certainty how well the name is known
 * @param how a short description of the code for people, such as {@code new jakarta.servlet.http.Cookie, through
 *     com.acme.Cookies#create}
 * @param attributes the attributes that the code sets
 * @param guarded whether the code checks the visitor's consent before, as far as the analysis shows
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

    /** The origin of evidence in the project itself. */
    public static final String OWN = "own";

    /** Returns whether the evidence is in the project itself. */
    public boolean isOwn() {
        return origin.equals(OWN);
    }
}
