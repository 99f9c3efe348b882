/**
 * Artefacts to disk: fingerprints, staging, atomic replacement, removal of stale files, and the lock between builds.
 * Start at {@link io.github.cookiecharter.output.Outputs}. This package does not depend on what an artefact contains.
 */
package io.github.cookiecharter.output;
