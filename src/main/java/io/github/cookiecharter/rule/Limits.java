package io.github.cookiecharter.rule;

import io.github.cookiecharter.vocabulary.Jurisdiction;
import io.github.cookiecharter.vocabulary.Lifetime;
import java.util.List;

/** How long things may be kept: the data in {@code limits.txt}. */
final class Limits {

    private static final List<List<String>> ROWS = Data.table("limits.txt");

    private Limits() {}

    /** A limit that holds everywhere. */
    static Lifetime.Lasting lifetime(String what) {
        return lifetime(what, "all");
    }

    /** A limit of one jurisdiction. */
    static Lifetime.Lasting lifetime(String what, Jurisdiction jurisdiction) {
        return lifetime(what, jurisdiction.word());
    }

    private static Lifetime.Lasting lifetime(String what, String where) {
        for (List<String> row : ROWS) {
            if (row.get(0).equals(what)
                    && row.get(1).equals(where)
                    && Data.lifetime(row.get(2)) instanceof Lifetime.Lasting limit) {
                return limit;
            }
        }
        throw new IllegalArgumentException("no limit for " + what + " in " + where);
    }
}
