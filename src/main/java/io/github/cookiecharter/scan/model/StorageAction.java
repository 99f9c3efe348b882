package io.github.cookiecharter.scan.model;

import io.github.cookiecharter.model.Keyword;
import java.util.Locale;

/** What the code does with a cookie or an entry of web storage. */
public enum StorageAction implements Keyword {
    /** Sets it, or may set it. */
    SETS,
    /** Deletes it: this is no evidence that the cookie is set, and needs no consent. */
    DELETES;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
