package io.github.cookiecharter.fuzz;

import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.CodePlace;
import io.github.cookiecharter.scan.model.Evidence;
import java.util.List;

/** What must hold of everything that a scan tells. */
final class SeenInputs {

    private SeenInputs() {}

    /**
     * Holds evidence to its own rules, and its places to the text that was read.
     *
     * @param text the script, page or configuration; empty where classes were read
     */
    static void check(List<Evidence> evidence, String text) {
        int[] lengths = Messages.lineLengths(text);
        for (Evidence one : evidence) {
            boolean isNameless = one.certainty() == Certainty.UNRESOLVED || one.certainty() == Certainty.CLAIMED;
            if (one.name().isPresent() ? one.certainty() == Certainty.UNRESOLVED : !isNameless) {
                throw new AssertionError("a name that is unknown, or none: " + one);
            }
            if (one.name().isPresent() && one.name().get().isEmpty()) {
                throw new AssertionError("an empty name: " + one);
            }
            if (one.how().isBlank()) {
                throw new AssertionError("not a word on how: " + one);
            }
            if (one.place() instanceof CodePlace.Text place) {
                Messages.check(place.at(), lengths);
            }
        }
    }
}
