package io.github.cookiecharter.goal;

import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * The diagnostics of a declaration as lines that begin with their position, {@code [12,7]}; for a file beside the declaration
 * the file's name precedes it.
 *
 * @param errors the errors, which prevent any output
 * @param warnings the warnings
 */
public record DiagnosticMessages(List<String> errors, List<String> warnings) {

    public static DiagnosticMessages of(List<Diagnostic> diagnostics) {
        List<String> errors = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            String line = (diagnostic.position().file().isEmpty()
                            ? "["
                            : diagnostic.position().file() + ":[")
                    + diagnostic.position().line() + "," + diagnostic.position().column() + "] " + diagnostic.message();
            (diagnostic.isError() ? errors : warnings).add(line);
        }
        return new DiagnosticMessages(errors, warnings);
    }
}
