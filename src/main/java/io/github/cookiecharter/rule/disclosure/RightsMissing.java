package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Reports a site that asks for consent but does not link to the visitors' rights. */
public final class RightsMissing implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("rights-missing", Severity.WARNING)
            .titled("Visitors asked for consent can find their rights")
            .in("eu", "uk")
            .citing(LegalSources.gdpr("13(2)"), LegalSources.ukGdpr("13(2)"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        if (charter.needsConsent() && charter.site().privacyPolicy().isEmpty()) {
            findings.accept(Finding.of(
                    this,
                    severity(),
                    charter.site().positions().entry(),
                    "services need consent, and the policy has no link to visitors' rights and complaints:"
                            + " add 'privacy-policy' with the address of that page"));
        }
    }
}
