package io.github.cookiecharter.goal;

/** A parameter of the build that cannot be as it is. */
final class ParameterException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * What is wrong with a parameter.
     *
     * @param parameter its name
     * @param fault what is wrong, as the end of a sentence that begins with the parameter
     * @param remedy what to do
     */
    ParameterException(String parameter, String fault, String remedy) {
        super("the parameter " + parameter + " " + fault + ": " + remedy);
    }
}
