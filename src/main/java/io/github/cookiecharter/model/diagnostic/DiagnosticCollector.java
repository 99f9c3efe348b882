package io.github.cookiecharter.model.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one file. */
public final class DiagnosticCollector {

    private final Set<Diagnostic> found = new LinkedHashSet<>();

    public void error(SourcePosition at, String message) {
        found.add(Diagnostic.error(at, message));
    }

    public void addAll(DiagnosticCollector others) {
        found.addAll(others.found);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public boolean hasOnLine(int line) {
        for (Diagnostic problem : found) {
            if (problem.at().line() == line) {
                return true;
            }
        }
        return false;
    }

    public List<Diagnostic> inFileOrder() {
        List<Diagnostic> sorted = new ArrayList<>(found);
        sorted.sort(Diagnostic.IN_FILE_ORDER);
        return sorted;
    }
}
