package io.github.cookiecharter.output;

/** The file system refused: the message says what failed, where, and what to do next. */
public final class OutputException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * With what the system threw.
     *
     * @param cause kept beside and not as the cause: Maven prints the messages of all causes behind each other, and one
     *     without a message as the name of its type
     */
    public OutputException(String message, Throwable cause) {
        super(message);
        addSuppressed(cause);
    }

    public OutputException(String message) {
        super(message);
    }
}
