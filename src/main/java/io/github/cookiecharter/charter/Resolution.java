package io.github.cookiecharter.charter;

import io.github.cookiecharter.vocabulary.Problem;
import java.util.List;

/**
 * What came of resolving a declaration.
 *
 * @param charter what the declaration means
 * @param warnings what its author should mend, in file order
 */
public record Resolution(Charter charter, List<Problem> warnings) {

    public Resolution {
        warnings = List.copyOf(warnings);
    }
}
