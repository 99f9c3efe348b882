package io.github.cookiecharter.model;

import java.util.Optional;

/** The {@code SameSite} attribute, written as in RFC 6265bis. */
public enum SameSite implements Keyword {
    STRICT("Strict"),
    LAX("Lax"),
    NONE("None");

    private final String word;

    SameSite(String word) {
        this.word = word;
    }

    /** The value that a text means, in capital letters or not; nothing where it means none. */
    public static Optional<SameSite> of(String text) {
        for (SameSite value : values()) {
            if (value.word.equalsIgnoreCase(text)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    @Override
    public String word() {
        return word;
    }
}
