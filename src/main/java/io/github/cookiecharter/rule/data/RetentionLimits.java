package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.model.Jurisdiction;
import io.github.cookiecharter.model.Lifetime;
import java.util.List;

/** How long things may be kept: the data in {@code limits.txt}. */
public final class RetentionLimits {

    private static final List<List<String>> ROWS = RuleData.table("limits.txt");

    private RetentionLimits() {}

    /** A limit that holds everywhere. */
    public static Lifetime.Lasting lifetime(String what) {
        return lifetime(what, "all");
    }

    /** A limit of one jurisdiction. */
    public static Lifetime.Lasting lifetime(String what, Jurisdiction jurisdiction) {
        return lifetime(what, jurisdiction.word());
    }

    private static Lifetime.Lasting lifetime(String what, String where) {
        for (List<String> row : ROWS) {
            if (row.get(0).equals(what)
                    && row.get(1).equals(where)
                    && RuleData.lifetime(row.get(2)) instanceof Lifetime.Lasting limit) {
                return limit;
            }
        }
        throw new IllegalArgumentException("no limit for " + what + " in " + where);
    }
}
