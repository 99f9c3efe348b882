package io.github.cookiecharter.audit.bidi;

/** A command that a browser did not carry out. */
public final class BidiException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why it was not carried out. */
    public enum Reason {
        /** The browser refused it. */
        REFUSED,
        /** There was no answer in time. */
        TIMED_OUT,
        /** The connection ended: the browser is gone. */
        CLOSED
    }

    private final Reason reason;

    /**
     * Creates the exception.
     *
     * @param message what happened, without a full stop at its end
     */
    public BidiException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Returns what happened, without a full stop at its end. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
