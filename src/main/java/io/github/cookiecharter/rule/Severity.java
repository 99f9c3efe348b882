package io.github.cookiecharter.rule;

/** The severity of a finding, the gravest first. */
public enum Severity {
    /** The declaration contradicts itself, a browser refuses the cookie, or a named law forbids it outright. */
    ERROR,
    /** Regulators' practice, or missing information. */
    WARNING,
    /** Information that needs no action. */
    NOTE;

    /** Returns the word for it in the pom and in reports. */
    public String word() {
        return switch (this) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }
}
