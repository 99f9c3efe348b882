/**
 * What changed from one charter to the next: {@link io.github.cookiecharter.history.CharterSnapshot} reads a {@code
 * charter.json}, of today or of an earlier version of the plugin, and {@link
 * io.github.cookiecharter.history.CharterComparison} holds two of them against each other.
 */
package io.github.cookiecharter.history;
