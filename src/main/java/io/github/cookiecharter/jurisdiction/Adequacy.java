package io.github.cookiecharter.jurisdiction;

/** The finding of an adequacy list about a country's protection of personal data. */
public enum Adequacy {
    /** The same law holds there. */
    WITHIN,
    /** The country was found to protect personal data as well. */
    ADEQUATE,
    /** The finding covers only organisations that have certified themselves. */
    CERTIFIED,
    /** There is no finding. */
    NONE;

    /** Returns whether a transfer to the country needs no further safeguard. */
    public boolean isSufficient() {
        return this == WITHIN || this == ADEQUATE;
    }
}
