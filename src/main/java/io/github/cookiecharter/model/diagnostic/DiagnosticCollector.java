package io.github.cookiecharter.model.diagnostic;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with one file. */
public final class DiagnosticCollector {

    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    public void error(SourcePosition position, String message) {
        diagnostics.add(Diagnostic.error(position, message));
    }

    public void addAll(DiagnosticCollector other) {
        diagnostics.addAll(other.diagnostics);
    }

    public boolean isEmpty() {
        return diagnostics.isEmpty();
    }

    public boolean hasOnLine(int line) {
        for (Diagnostic diagnostic : diagnostics) {
            if (diagnostic.position().line() == line) {
                return true;
            }
        }
        return false;
    }

    public List<Diagnostic> inFileOrder() {
        List<Diagnostic> sorted = new ArrayList<>(diagnostics);
        sorted.sort(Diagnostic.IN_FILE_ORDER);
        return sorted;
    }
}
