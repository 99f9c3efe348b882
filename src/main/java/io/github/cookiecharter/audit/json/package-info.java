/** Reads JSON texts: messages of browsers, and the files of an audit. Start at {@link io.github.cookiecharter.audit.json.JsonValue}. */
package io.github.cookiecharter.audit.json;
