package io.github.cookiecharter.model.diagnostic;

import java.util.Comparator;

/**
 * Something about the declaration that its author should change: an error keeps everything from being written, a
 * warning does not.
 *
 * @param severity how bad it is
 * @param position where in the declaration
 * @param message what is wrong and what to do, in one sentence without a full stop at its end
 */
public record Diagnostic(Severity severity, SourcePosition position, String message) {

    /** How bad a problem is. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** The order in which problems are shown: as they stand in the file. */
    public static final Comparator<Diagnostic> IN_FILE_ORDER = new InFileOrder();

    public static Diagnostic error(SourcePosition position, String message) {
        return new Diagnostic(Severity.ERROR, position, message);
    }

    public static Diagnostic warning(SourcePosition position, String message) {
        return new Diagnostic(Severity.WARNING, position, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    private static final class InFileOrder implements Comparator<Diagnostic> {

        @Override
        public int compare(Diagnostic one, Diagnostic other) {
            int byPosition = one.position.compareTo(other.position);
            return byPosition != 0 ? byPosition : one.message.compareTo(other.message);
        }
    }
}
