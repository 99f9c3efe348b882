package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.model.Jurisdiction;
import java.util.List;

/** What the law of the European Union, and that of the United Kingdom, think of a country: the data in {@code adequacy.txt}. */
public enum AdequacyDecisions {
    /** The same law holds there. */
    WITHIN,
    /** It is found to protect personal data as well. */
    ADEQUATE,
    /** The finding covers organisations there that have certified themselves. */
    CERTIFIED,
    /** There is no such finding. */
    NONE;

    /**
     * What is thought of a country.
     *
     * @param country ISO 3166-1 alpha-2, upper case
     * @param jurisdiction {@code UK} for the United Kingdom, any other for the European Union
     */
    public static AdequacyDecisions of(String country, Jurisdiction jurisdiction) {
        for (List<String> row : RuleData.table("adequacy.txt")) {
            if (row.get(0).equals(country)) {
                String word = row.get(jurisdiction == Jurisdiction.UK ? 2 : 1);
                for (AdequacyDecisions adequacy : values()) {
                    if (adequacy.name().equalsIgnoreCase(word)) {
                        return adequacy;
                    }
                }
            }
        }
        return NONE;
    }

    /** Whether a transfer there needs nothing further. */
    public boolean isEnough() {
        return this == WITHIN || this == ADEQUATE;
    }
}
