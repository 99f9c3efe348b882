package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.model.Jurisdiction;
import java.util.List;

/** The adequacy of a country's data protection in EU or UK law: the data in {@code adequacy.txt}. */
public enum AdequacyDecisions {
    /** The same law holds there. */
    WITHIN,
    /** An adequacy decision covers the country. */
    ADEQUATE,
    /** The adequacy decision covers only organisations that have certified themselves. */
    CERTIFIED,
    /** There is no adequacy decision. */
    NONE;

    /**
     * Returns the adequacy of a country.
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

    /** Returns whether a transfer to the country needs no further safeguard. */
    public boolean isSufficient() {
        return this == WITHIN || this == ADEQUATE;
    }
}
