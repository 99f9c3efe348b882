package io.github.cookiecharter.scan.model;

import io.github.cookiecharter.model.Keyword;
import java.util.Locale;

/** What happens to a cookie at a place. */
public enum StorageAction implements Keyword {
    /** It is set, or may be. */
    SETS,
    /** It is deleted: no proof that anybody sets it, and nothing that needs consent. */
    DELETES;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
