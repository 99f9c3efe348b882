package io.github.cookiecharter.jurisdiction;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where a fact of the data comes from.
 *
 * @param source the source; empty if the fact was not read in one, so that nothing is printed for it
 * @param date the day when the source was published, or when it came into force
 * @param until the last day on which the fact holds, if that is known
 */
public record Provenance(Optional<String> source, Optional<LocalDate> date, Optional<LocalDate> until) {

    /** Returns whether the fact was read in a source. */
    public boolean isVerified() {
        return source.isPresent();
    }
}
