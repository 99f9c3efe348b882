/**
 * The cookie policy. In: a {@link io.github.cookiecharter.charter.Charter}. Out: a page and a fragment for each language,
 * and their style sheet. Start at {@link io.github.cookiecharter.policy.PolicyPages}.
 */
package io.github.cookiecharter.policy;
