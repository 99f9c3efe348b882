package io.github.cookiecharter.imports.format;

import io.github.cookiecharter.model.diagnostic.SafeText;

/** Thrown if a file cannot be read. Its message is meant for the user, and quotes nothing of the file but names. */
public final class ImportException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception about a whole file.
     *
     * @param file the file's name
     * @param fault what is wrong and what to do, as a sentence without a full stop that begins in lower case
     */
    public ImportException(String file, String fault) {
        super(SafeText.line(file) + ": " + fault);
    }

    /**
     * Creates an exception about a place in a file.
     *
     * @param line counted from 1
     * @param column counted from 1
     */
    public ImportException(String file, int line, int column, String fault) {
        super(SafeText.line(file) + ":[" + line + "," + column + "] " + fault);
    }

    /** Returns the message. */
    public String words() {
        return String.valueOf(getMessage());
    }
}
