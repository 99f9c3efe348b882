package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Reports a policy without a date. */
public final class PolicyDateMissing implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("policy-date-missing", Severity.NOTE)
            .titled("The policy has a date")
            .in("eu", "uk");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        if (charter.site().updated().isEmpty()) {
            findings.accept(Finding.of(
                    this,
                    severity(),
                    charter.site().positions().entry(),
                    "the policy has no date: add 'updated' with the date of the last change, such as"
                            + " 'updated: 2026-11-01'"));
        }
    }
}
