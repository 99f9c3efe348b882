/**
 * The goal {@code catalogue}. In: a name, or none. Out: the entry, or the list of all. Start at
 * {@link io.github.cookiecharter.goal.catalogue.CatalogueGoal}.
 */
package io.github.cookiecharter.goal.catalogue;
