package io.github.cookiecharter.scan.script;

import io.github.cookiecharter.scan.Action;
import io.github.cookiecharter.scan.Attributes;
import io.github.cookiecharter.vocabulary.Kind;

/**
 * A place in a script where something is set or deleted.
 *
 * @param name what the name may be; texts that hold a parameter make a function of the caller's choice
 * @param token where
 * @param how what was seen
 * @param isLoose whether it is evidence only if the name can be read
 */
record Site(
        Value name,
        Kind kind,
        Action action,
        int token,
        String how,
        Attributes attributes,
        boolean guarded,
        boolean isLoose) {}
