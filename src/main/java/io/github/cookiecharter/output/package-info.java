/**
 * Artefacts to disk: fingerprints, staging, atomic replacement, removal of stale files, and the lock between builds. Start
 * at {@link io.github.cookiecharter.output.Outputs}. Nothing here knows what an artefact means.
 */
package io.github.cookiecharter.output;
