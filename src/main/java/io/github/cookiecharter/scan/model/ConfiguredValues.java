package io.github.cookiecharter.scan.model;

import java.util.List;

/**
 * The values that a configuration gives a key.
 *
 * @param notations the values, in the notation of {@link io.github.cookiecharter.scan.cookie.AbstractString}
 * @param isConditional whether each of them holds only in a profile, so that the default of the code may hold as well
 */
public record ConfiguredValues(List<String> notations, boolean isConditional) {

    /** No value: the configuration that the scan reads does not contain the key. */
    public static final ConfiguredValues NONE = new ConfiguredValues(List.of(), true);

    public ConfiguredValues {
        notations = List.copyOf(notations);
    }

    /** Returns whether the configuration contains the key. */
    public boolean isPresent() {
        return !notations.isEmpty();
    }
}
