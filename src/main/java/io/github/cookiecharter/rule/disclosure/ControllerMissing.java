package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Reports a policy that names no controller. */
public final class ControllerMissing implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("controller-missing", Severity.WARNING)
            .titled("The policy names the controller")
            .in("eu")
            .citing(LegalSources.gdpr("13(1)(a)"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        if (charter.site().controller().isEmpty() && charter.site().contact().isEmpty()) {
            findings.accept(Finding.of(
                    this,
                    severity(),
                    charter.site().positions().entry(),
                    "the policy names no controller: add 'controller' with the legal entity, or 'contact' with an"
                            + " address"));
        }
    }
}
