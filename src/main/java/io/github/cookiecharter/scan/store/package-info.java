/**
 * What a scan keeps between builds, below the user's Maven repository: the index of each library, and results that hold
 * as long as the libraries are the same. Start at {@link io.github.cookiecharter.scan.store.IndexStore}. Whatever is
 * missing, damaged or of another version counts as absent, and whatever cannot be written is left out with a note.
 */
package io.github.cookiecharter.scan.store;
