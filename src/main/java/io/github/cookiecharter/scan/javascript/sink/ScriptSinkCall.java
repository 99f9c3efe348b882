package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.javascript.value.ScriptValue;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;

/**
 * A place in a script where something is set or deleted.
 *
 * @param name what the name may be; texts that hold a parameter make a function of the caller's choice
 * @param offset where
 * @param how what was seen
 * @param isLoose whether it is evidence only if the name can be read
 * @param form what the name is: the name itself, or the whole text of a cookie, of which a caller gives the name
 */
record ScriptSinkCall(
        ScriptValue name,
        Kind kind,
        StorageAction action,
        int offset,
        String how,
        ObservedAttributes attributes,
        boolean guarded,
        boolean isLoose,
        Form form) {

    /** What the name of a place is. */
    enum Form {
        NAME,
        /** A text for {@code document.cookie}. */
        ASSIGNED,
        /** A text for the header {@code Set-Cookie}. */
        HEADER
    }

    ScriptSinkCall with(ScriptValue otherName) {
        return new ScriptSinkCall(otherName, kind, action, offset, how, attributes, guarded, isLoose, form);
    }
}
