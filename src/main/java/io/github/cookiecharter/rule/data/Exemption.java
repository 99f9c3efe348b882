package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Jurisdiction;
import java.util.ArrayList;
import java.util.List;

/**
 * An exemption from consent: the data in {@code exemptions.txt}.
 *
 * @param category the category in which it can be claimed; {@code *} for the site's own
 * @param knownIn the jurisdictions whose law knows it
 * @param words what it is for
 */
public record Exemption(String category, List<String> knownIn, String words) {

    private static final List<Exemption> ALL = read();

    private static List<Exemption> read() {
        List<Exemption> all = new ArrayList<>();
        for (List<String> row : RuleData.table("exemptions.txt")) {
            all.add(new Exemption(row.get(0), DataTable.split(row.get(1), ','), row.get(2)));
        }
        return all;
    }

    /** The exemption that is claimed by whatever is exempt in a category. */
    public static Exemption claimedIn(String category) {
        for (Exemption exemption : ALL) {
            if (exemption.category().equals(category) || exemption.category().equals("*")) {
                return exemption;
            }
        }
        throw new IllegalStateException("no exemption for categories of the site's own");
    }

    public boolean isKnownIn(Jurisdiction jurisdiction) {
        return knownIn.contains(jurisdiction.word());
    }
}
