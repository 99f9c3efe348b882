package io.github.cookiecharter.declaration;

import io.github.cookiecharter.vocabulary.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a file.
 *
 * @param declaration the declaration, present if and only if no problem is an error
 * @param problems every problem of the file, in file order
 */
public record Reading(Optional<Declaration> declaration, List<Problem> problems) {

    public Reading {
        problems = List.copyOf(problems);
    }
}
