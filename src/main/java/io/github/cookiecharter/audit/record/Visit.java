package io.github.cookiecharter.audit.record;

import java.util.List;
import java.util.Optional;

/**
 * How a visit went.
 *
 * @param key which visit
 * @param pageReached whether the page was shown
 * @param phaseReached whether the visitor could do all that the phase is about
 * @param problem why not, in words without a full stop at its end; empty if all was reached
 * @param notes what else has to be known, such as a dialog that was closed
 * @param bannerAtFirst whether the banner was seen before a choice; empty if that was not looked at
 * @param bannerAgain whether the banner was seen after the choice and a reload; empty if that was not looked at
 * @param buttons how the buttons of the first layer compare, if they were seen
 */
public record Visit(
        VisitKey key,
        boolean pageReached,
        boolean phaseReached,
        String problem,
        List<String> notes,
        Optional<Boolean> bannerAtFirst,
        Optional<Boolean> bannerAgain,
        Optional<ButtonComparison> buttons) {

    public Visit {
        notes = List.copyOf(notes);
    }
}
