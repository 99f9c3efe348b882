package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.model.Jurisdiction;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.Severity;
import java.util.List;
import java.util.function.Consumer;

/** A policy of which nobody can say whether it is today's. */
public final class PolicyDateMissing implements Rule {

    @Override
    public String id() {
        return "policy-date-missing";
    }

    @Override
    public String title() {
        return "The policy says of what day it is";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public List<Jurisdiction> jurisdictions() {
        return List.of(Jurisdiction.EU);
    }

    @Override
    public List<LegalSource> sources() {
        return List.of();
    }

    @Override
    public void look(Charter charter, Consumer<Finding> findings) {
        if (charter.site().updated().isEmpty()) {
            findings.accept(Finding.of(
                    this,
                    severity(),
                    charter.site().places().self(),
                    "the policy does not say of what day it is: add 'updated' with the day of the last change, such as"
                            + " 'updated: 2026-11-01'"));
        }
    }
}
