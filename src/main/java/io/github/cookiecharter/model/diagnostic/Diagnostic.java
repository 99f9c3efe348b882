package io.github.cookiecharter.model.diagnostic;

import java.util.Comparator;

/**
 * A problem in the declaration. After an error no artefact is written; after a warning they are.
 *
 * @param severity how severe the problem is
 * @param position the position in the declaration
 * @param message the problem and its remedy, in one sentence without a full stop
 */
public record Diagnostic(Severity severity, SourcePosition position, String message) {

    /** The severity of a diagnostic. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** Compares diagnostics by position, then by message. */
    public static final Comparator<Diagnostic> IN_FILE_ORDER =
            Comparator.comparing(Diagnostic::position).thenComparing(Diagnostic::message);

    public static Diagnostic error(SourcePosition position, String message) {
        return new Diagnostic(Severity.ERROR, position, message);
    }

    public static Diagnostic warning(SourcePosition position, String message) {
        return new Diagnostic(Severity.WARNING, position, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
