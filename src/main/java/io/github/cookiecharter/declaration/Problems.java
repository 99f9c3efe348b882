package io.github.cookiecharter.declaration;

import io.github.cookiecharter.vocabulary.Position;
import io.github.cookiecharter.vocabulary.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one file. */
final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    void error(Position at, String message) {
        found.add(Problem.error(at, message));
    }

    void addAll(Problems others) {
        found.addAll(others.found);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    boolean hasOnLine(int line) {
        for (Problem problem : found) {
            if (problem.at().line() == line) {
                return true;
            }
        }
        return false;
    }

    List<Problem> inFileOrder() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Problem.IN_FILE_ORDER);
        return sorted;
    }
}
