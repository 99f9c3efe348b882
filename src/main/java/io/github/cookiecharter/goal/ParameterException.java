package io.github.cookiecharter.goal;

/** Thrown if a parameter of the build has an invalid value. */
public final class ParameterException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param parameter its name
     * @param fault what is wrong, as the end of a sentence that begins with the parameter
     * @param remedy what to do
     */
    public ParameterException(String parameter, String fault, String remedy) {
        super("the parameter " + parameter + " " + fault + ": " + remedy);
    }
}
