/** Diagnostics with source positions and remedies, suggestions for misspelt words, safe quoting of text from files. */
package io.github.cookiecharter.model.diagnostic;
