package io.github.cookiecharter.rule.data;

import io.github.cookiecharter.model.DataTable;
import io.github.cookiecharter.model.Lifetime;
import java.util.List;

/** Limits for lifetimes that hold everywhere: the data in {@code limits.txt}. */
public final class RetentionLimits {

    private static final List<List<String>> ROWS = RuleData.table("limits.txt");

    private RetentionLimits() {}

    /** Returns a limit that applies everywhere. */
    public static Lifetime.Lasting lifetime(String limitName) {
        for (List<String> row : ROWS) {
            if (row.get(0).equals(limitName) && DataTable.lifetime(row.get(1)) instanceof Lifetime.Lasting lasting) {
                return lasting;
            }
        }
        throw new IllegalArgumentException("no limit " + limitName);
    }
}
