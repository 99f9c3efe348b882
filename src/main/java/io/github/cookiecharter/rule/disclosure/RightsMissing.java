package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.model.Jurisdiction;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.Severity;
import java.util.List;
import java.util.function.Consumer;

/** Consent asked of people who are not told their rights. */
public final class RightsMissing implements Rule {

    @Override
    public String id() {
        return "rights-missing";
    }

    @Override
    public String title() {
        return "Who is asked for consent learns of their rights";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Jurisdiction> jurisdictions() {
        return List.of(Jurisdiction.EU);
    }

    @Override
    public List<LegalSource> sources() {
        return List.of(LegalSources.gdpr("13(2)"));
    }

    @Override
    public void look(Charter charter, Consumer<Finding> findings) {
        if (charter.needsConsent() && charter.site().privacyPolicy().isEmpty()) {
            findings.accept(Finding.of(
                    this,
                    severity(),
                    charter.site().places().self(),
                    "services need consent, and nothing leads to what visitors can ask for and where they can complain:"
                            + " add 'privacy-policy' with the page that says so"));
        }
    }
}
