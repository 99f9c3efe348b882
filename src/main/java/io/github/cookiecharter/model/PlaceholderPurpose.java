package io.github.cookiecharter.model;

/** The purpose that an entry has which the code shows, until somebody has written what it is for. */
public final class PlaceholderPurpose {

    private static final String BEGIN = "To be written: what ";
    private static final String END = " is for";

    private PlaceholderPurpose() {}

    /** What stands in for the purpose of a name. */
    public static String forName(String name) {
        return BEGIN + name + END;
    }

    /** Whether nobody has written this purpose yet. */
    public static boolean isPlaceholder(String purpose) {
        return purpose.startsWith(BEGIN) && purpose.endsWith(END);
    }
}
