/**
 * The formats of single values, each of which knows nothing of the rest of the declaration: text in, and the end of an error
 * message or of a warning out.
 */
package io.github.cookiecharter.declaration.format;
