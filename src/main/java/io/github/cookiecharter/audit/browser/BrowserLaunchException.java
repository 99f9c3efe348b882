package io.github.cookiecharter.audit.browser;

/** No browser could be found or started. */
public final class BrowserLaunchException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what is missing and what to do, without a full stop at its end
     */
    public BrowserLaunchException(String message) {
        super(message);
    }

    /** Creates the exception for an error of the operating system or of the connection. */
    public BrowserLaunchException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns what is missing and what to do, without a full stop at its end. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
