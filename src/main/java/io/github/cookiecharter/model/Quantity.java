package io.github.cookiecharter.model;

/** Numbers of things in messages. */
public final class Quantity {

    private Quantity() {}

    /**
     * A number and its noun, such as {@code 1 class} or {@code 2 classes}.
     *
     * @param one the noun for one
     * @param many the noun for any other number
     */
    public static String of(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
