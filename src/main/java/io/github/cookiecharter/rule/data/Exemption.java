package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Jurisdiction;
import java.util.ArrayList;
import java.util.List;

/**
 * An exemption from consent: the data in {@code exemptions.txt}.
 *
 * @param category the category in which it can be claimed; {@code *} for the site's own
 * @param knownIn the words of the jurisdictions whose law has it
 * @param description what it is for
 */
public record Exemption(String category, List<String> knownIn, String description) {

    private static final List<Exemption> ALL = read();

    private static List<Exemption> read() {
        List<Exemption> all = new ArrayList<>();
        for (List<String> row : RuleData.table("exemptions.txt")) {
            all.add(new Exemption(row.get(0), DataTable.split(row.get(1), ','), row.get(2)));
        }
        return all;
    }

    /** Returns the exemption that an exempt service in a category claims. */
    public static Exemption forCategory(String category) {
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
