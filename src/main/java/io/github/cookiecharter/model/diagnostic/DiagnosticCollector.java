package io.github.cookiecharter.model.diagnostic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the diagnostics of one file, each once. */
public final class DiagnosticCollector {

    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    public void error(SourcePosition position, String message) {
        diagnostics.add(Diagnostic.error(position, message));
    }

    public void warning(SourcePosition position, String message) {
        diagnostics.add(Diagnostic.warning(position, message));
    }

    public void addAll(DiagnosticCollector other) {
        diagnostics.addAll(other.diagnostics);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    public boolean hasOnLine(int line) {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.position().line() == line);
    }

    public List<Diagnostic> inFileOrder() {
        return diagnostics.stream().sorted(Diagnostic.IN_FILE_ORDER).toList();
    }
}
