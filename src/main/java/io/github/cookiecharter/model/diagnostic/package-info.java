/** Diagnostics: source positions, problems with remedies, suggestions for misspelt words, safe quoting. */
package io.github.cookiecharter.model.diagnostic;
