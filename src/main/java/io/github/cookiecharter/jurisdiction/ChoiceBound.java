package io.github.cookiecharter.jurisdiction;

import io.github.cookiecharter.model.Lifetime;

/**
 * A bound for the time for which a visitor's choice is kept.
 *
 * @param length the time
 * @param required whether an authority requires it; otherwise it recommends it
 * @param authority the short name of the authority, such as {@code CNIL}
 * @param provenance where it comes from
 */
public record ChoiceBound(Lifetime.Lasting length, boolean required, String authority, Provenance provenance) {}
