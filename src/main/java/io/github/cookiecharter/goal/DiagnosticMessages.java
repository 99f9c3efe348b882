package io.github.cookiecharter.goal;

import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * The problems of a declaration as lines that begin with their place, {@code [12,7]}; where it lies in a file beside the
 * declaration, with the file's name before it.
 *
 * @param errors those that keep everything from being written
 * @param warnings the others
 */
record DiagnosticMessages(List<String> errors, List<String> warnings) {

    static DiagnosticMessages of(List<Diagnostic> diagnostics) {
        List<String> errors = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics) {
            String remark = (diagnostic.position().file().isEmpty()
                            ? "["
                            : diagnostic.position().file() + ":[")
                    + diagnostic.position().line() + "," + diagnostic.position().column() + "] " + diagnostic.message();
            (diagnostic.isError() ? errors : warnings).add(remark);
        }
        return new DiagnosticMessages(errors, warnings);
    }
}
