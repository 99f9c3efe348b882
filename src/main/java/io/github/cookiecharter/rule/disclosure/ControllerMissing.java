package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Reports a policy that does not name the controller, or no contact. */
public final class ControllerMissing implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("controller-missing", Severity.WARNING)
            .titled("The policy names the controller and a contact")
            .in("eu", "uk")
            .citing(LegalSources.gdpr("13(1)(a)"), LegalSources.ukGdpr("13(1)(a)"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        boolean lacksController = charter.site().controller().isEmpty();
        boolean lacksContact = charter.site().contact().isEmpty();
        if (lacksController || lacksContact) {
            String remedy = lacksController && lacksContact
                    ? "the policy does not say who is responsible for the site, and how to reach them: add 'controller' with"
                            + " the legal entity, and 'contact' with an e-mail or web address"
                    : lacksController
                            ? "the policy does not say who is responsible for the site: add 'controller' with the legal entity"
                            : "the policy does not say how to reach who is responsible for the site: add 'contact' with an"
                                    + " e-mail or web address";
            findings.accept(
                    Finding.of(this, severity(), charter.site().positions().entry(), remedy));
        }
    }
}
