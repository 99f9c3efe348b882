package io.github.cookiecharter.output;

/** An I/O error while writing output: the message says what failed, where, and what to do next. */
public final class OutputException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception from an error of the system.
     *
     * @param cause kept as suppressed and not as cause, because Maven appends the messages of all causes, and for one
     *     without a message the name of its type
     */
    public OutputException(String message, Throwable cause) {
        super(message);
        addSuppressed(cause);
    }

    public OutputException(String message) {
        super(message);
    }
}
