package io.github.cookiecharter.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What changed with one release of the site.
 *
 * @param day the date that its page shows; empty for the present charter if the declaration has none
 */
public record Release(Optional<LocalDate> day, List<Change> changes, Asking asking) {

    public Release {
        changes = List.copyOf(changes);
    }
}
