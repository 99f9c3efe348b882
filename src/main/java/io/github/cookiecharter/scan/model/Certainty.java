package io.github.cookiecharter.scan.model;

import io.github.cookiecharter.model.Keyword;
import java.util.Locale;

/** How well the name in a piece of evidence is known. */
public enum Certainty implements Keyword {
    /** The name is known. */
    CERTAIN,
    /** Parts of the name are known: it is a pattern in which {@code *} stands for the unknown parts. */
    PATTERN,
    /** The name is inferred from something that is known to set the cookie, such as the script of a third party. */
    CLAIMED,
    /** The code sets something here, and its name cannot be determined. */
    UNRESOLVED;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
