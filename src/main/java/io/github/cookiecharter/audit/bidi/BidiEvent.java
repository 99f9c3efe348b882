package io.github.cookiecharter.audit.bidi;

import io.github.cookiecharter.audit.json.JsonValue;

/**
 * Something that happened in the browser.
 *
 * @param method such as {@code network.responseCompleted}
 * @param parameters what is told of it
 */
public record BidiEvent(String method, JsonValue parameters) {}
