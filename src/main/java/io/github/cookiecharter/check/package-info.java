/**
 * Matches the evidence of a scan with the charter. In: evidence and a {@link io.github.cookiecharter.charter.Charter}. Out:
 * findings. Start at {@link io.github.cookiecharter.check.DeclarationMatcher}.
 */
package io.github.cookiecharter.check;
