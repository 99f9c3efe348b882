package io.github.cookiecharter.audit.record;

import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;
import java.util.Optional;

/**
 * Something that an audit saw: an act, such as a header or a call, or something that was kept when the visit ended.
 *
 * @param visit on which visit
 * @param afterChoice whether it was seen after the visitor's choice
 * @param kind a cookie, a kind of storage, or a request
 * @param name the name of the cookie, key, database or cache; of a request the address without its query
 * @param action whether it was set or deleted
 * @param host the host of the cookie's domain, of the storage's origin, or of the request
 * @param firstParty whether that is a host of the site
 * @param how the header or the call, such as {@code Set-Cookie}; {@link #KEPT} for what was there at the end
 * @param place where it came from: an address, of a script with line and column
 * @param attributes as the header or the call states them, or as the browser keeps them
 * @param partitioned whether the cookie belongs to a third party within this site alone; empty if that is unknown
 * @param refused why the browser did not store it; empty if that is unknown
 * @param value tells whether two values were the same; never the value itself
 */
public record Sighting(
        VisitKey visit,
        boolean afterChoice,
        SeenKind kind,
        String name,
        StorageAction action,
        String host,
        boolean firstParty,
        String how,
        String place,
        ObservedAttributes attributes,
        Optional<Boolean> partitioned,
        Optional<String> refused,
        String value) {

    /** Marks what was there when the visit ended. */
    public static final String KEPT = "kept";

    /** Returns whether it was there when the visit ended. */
    public boolean isKept() {
        return how.equals(KEPT);
    }
}
