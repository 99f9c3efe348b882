package io.github.cookiecharter.rule.code;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.model.Jurisdiction;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.Severity;
import java.util.List;
import java.util.function.Consumer;

/**
 * The rules that hold the declaration against what the code sets. Their findings come from the room {@code check}, since
 * the charter alone does not show them.
 */
public enum CodeRule implements Rule {
    UNDECLARED("undeclared", Severity.ERROR, "What the project's own code sets is declared"),
    NAME_UNKNOWN("name-unknown", Severity.ERROR, "What the project's own code sets has a name that can be known"),
    UNDECLARED_ELSEWHERE(
            "undeclared-elsewhere", Severity.WARNING, "What dependencies and third-party scripts set is declared"),
    ATTRIBUTES_DIFFER(
            "attributes-differ", Severity.WARNING, "A cookie is set with the attributes that the declaration states"),
    SET_BEFORE_CONSENT(
            "set-before-consent", Severity.WARNING, "What needs consent is set once the visitor has been asked"),
    NEVER_FOUND("never-found", Severity.NOTE, "What is declared is set somewhere");

    private final String id;
    private final Severity severity;
    private final String title;

    CodeRule(String id, Severity severity, String title) {
        this.id = id;
        this.severity = severity;
        this.title = title;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public List<Jurisdiction> jurisdictions() {
        return List.of();
    }

    @Override
    public List<LegalSource> sources() {
        return switch (this) {
            case UNDECLARED, UNDECLARED_ELSEWHERE, SET_BEFORE_CONSENT -> List.of(LegalSources.eprivacy("article 5(3)"));
            case NAME_UNKNOWN, ATTRIBUTES_DIFFER, NEVER_FOUND -> List.of();
        };
    }

    /** Finds nothing by itself: the charter does not tell what the code does. */
    @Override
    public void look(Charter charter, Consumer<Finding> findings) {}
}
