package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.model.Jurisdiction;
import io.github.cookiecharter.model.Lifetime;
import java.util.List;

/** Limits for lifetimes and retention periods: the data in {@code limits.txt}. */
public final class RetentionLimits {

    private static final List<List<String>> ROWS = RuleData.table("limits.txt");

    private RetentionLimits() {}

    /** Returns a limit that applies everywhere. */
    public static Lifetime.Lasting lifetime(String limitName) {
        return lifetime(limitName, "all");
    }

    /** Returns a limit of one jurisdiction. */
    public static Lifetime.Lasting lifetime(String limitName, Jurisdiction jurisdiction) {
        return lifetime(limitName, jurisdiction.word());
    }

    private static Lifetime.Lasting lifetime(String limitName, String scope) {
        for (List<String> row : ROWS) {
            if (row.get(0).equals(limitName)
                    && row.get(1).equals(scope)
                    && RuleData.lifetime(row.get(2)) instanceof Lifetime.Lasting lasting) {
                return lasting;
            }
        }
        throw new IllegalArgumentException("no limit for " + limitName + " in " + scope);
    }
}
