package io.github.cookiecharter.imports.model;

import io.github.cookiecharter.model.Kind;

/**
 * A cookie, or another kind of storage, that a file tells.
 *
 * @param name its name, or the pattern of its names
 * @param kind its kind
 * @param service the id of its service in the same file; empty if the file does not tell
 * @param part what is told of it; the key {@code category} is one of its service, for files that tell it of each cookie
 * @param source the file, and where in it, in words
 */
public record ImportedCookie(String name, Kind kind, String service, ImportedPart part, String source) {}
