package io.github.cookiecharter.audit.visit;

/** A visit that could not go on: what it was to show is not reached, and the other visits go on. */
final class VisitException extends Exception {

    private static final long serialVersionUID = 1L;

    /** How far it came. */
    enum Stage {
        /** The page was not shown. */
        PAGE,
        /** The page was shown, and the visitor's choice could not be made. */
        PHASE
    }

    private final Stage stage;

    /**
     * Creates the exception.
     *
     * @param message what happened, without a full stop at its end
     */
    VisitException(Stage stage, String message) {
        super(message);
        this.stage = stage;
    }

    Stage stage() {
        return stage;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
