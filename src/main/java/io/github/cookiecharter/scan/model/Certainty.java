package io.github.cookiecharter.scan.model;

import io.github.cookiecharter.model.Keyword;
import java.util.Locale;

/** How well a name is known. */
public enum Certainty implements Keyword {
    /** The name is known. */
    CERTAIN,
    /** Parts of the name are known: a pattern in which {@code *} stands for the others. */
    PATTERN,
    /** Something is used that is known to set the cookie, such as the script of a third party. */
    CLAIMED,
    /** Something is set here, and its name cannot be known. */
    UNRESOLVED;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
