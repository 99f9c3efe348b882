package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.javascript.value.ScriptValue;
import io.github.cookiecharter.scan.model.ObservedAttributes;
import io.github.cookiecharter.scan.model.StorageAction;

/**
 * A place in a script where something is set or deleted.
 *
 * @param name what the name may be; texts that hold a parameter make a function of the caller's choice
 * @param token where
 * @param how what was seen
 * @param isLoose whether it is evidence only if the name can be read
 * @param isText whether the name is the whole text of a cookie, of which a caller gives the name
 */
record ScriptSinkCall(
        ScriptValue name,
        Kind kind,
        StorageAction action,
        int token,
        String how,
        ObservedAttributes attributes,
        boolean guarded,
        boolean isLoose,
        boolean isText) {}
