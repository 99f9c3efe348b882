package io.github.cookiecharter.model;

/** The placeholder purpose of entries that were generated from code, to be replaced by the author. */
public final class PlaceholderPurpose {

    private static final String BEGIN = "To be written: what ";
    private static final String END = " is for";

    private PlaceholderPurpose() {}

    /** Returns the placeholder for a name. */
    public static String forName(String name) {
        return BEGIN + name + END;
    }

    /** Returns whether a purpose is still the placeholder. */
    public static boolean isPlaceholder(String purpose) {
        return purpose.startsWith(BEGIN) && purpose.endsWith(END);
    }
}
