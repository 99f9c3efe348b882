/**
 * The catalogue of known services. In: the name of a service. Out: its entry, a positioned YAML tree in the format of a
 * part, with its date and sources.
 *
 * <p>Start at {@link io.github.cookiecharter.catalogue.Catalogue}. Each service is one file among the plugin's resources;
 * only the files that a declaration names are read.
 */
package io.github.cookiecharter.catalogue;
