package io.github.cookiecharter.model;

/** The {@code SameSite} attribute, written as in RFC 6265bis. */
public enum SameSite implements Keyword {
    STRICT("Strict"),
    LAX("Lax"),
    NONE("None");

    private final String word;

    SameSite(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }
}
