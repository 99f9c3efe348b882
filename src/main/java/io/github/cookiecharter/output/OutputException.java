package io.github.cookiecharter.output;

/** The file system refused: the message says what failed, where, and what to do next. */
public final class OutputException extends Exception {

    private static final long serialVersionUID = 1L;

    public OutputException(String message, Throwable cause) {
        super(message, cause);
    }

    public OutputException(String message) {
        super(message);
    }
}
