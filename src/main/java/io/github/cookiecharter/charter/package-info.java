/**
 * The declaration resolved: defaults applied, references followed, texts found for each language, the consent cookie
 * added. In: a {@link io.github.cookiecharter.declaration.Declaration}. Out: an immutable {@link
 * io.github.cookiecharter.charter.Charter}, which everything behind it reads instead of the YAML.
 *
 * <p>Start at {@link io.github.cookiecharter.charter.CharterResolver}.
 */
package io.github.cookiecharter.charter;
