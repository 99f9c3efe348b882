/** Source maps: from places in bundles to the places in the files that the bundles are made of. Start at {@link io.github.cookiecharter.scan.javascript.sourcemap.SourceMaps}. */
package io.github.cookiecharter.scan.javascript.sourcemap;
