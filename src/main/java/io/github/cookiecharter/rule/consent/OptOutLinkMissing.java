package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.model.Gpc;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.DataSharing;
import java.util.function.Consumer;

/** Reports a site that sells or shares data for advertising and states no place where visitors can opt out. */
public final class OptOutLinkMissing implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("opt-out-link-missing", Severity.ERROR)
            .titled("Visitors can opt out of the sale and sharing of their data")
            .in("us-ca")
            .citing(new LegalSource(
                    "California Code of Regulations, title 11",
                    "section 7026(a)(1), (a)(4)",
                    LegalSources.day(2026, 1, 1)));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        if (charter.site().optOut().isPresent()) {
            return;
        }
        // A site that honours the signal without friction may offer the form in its privacy policy instead.
        boolean mayBeEnough = charter.hasBanner() && charter.consent().gpc() == Gpc.HONOUR;
        DataSharing.find(charter)
                .ifPresent(sharing -> findings.accept(Finding.of(
                        this,
                        mayBeEnough ? Severity.WARNING : severity(),
                        charter.site().positions().entry(),
                        sharing
                                + (mayBeEnough
                                        ? ", and in us-ca the preferences of a banner are usually not enough to opt out of that:"
                                        : ", and in us-ca visitors must be able to opt out of that:")
                                + " add 'opt-out' with the address of the form that the link 'Your Privacy Choices' leads"
                                + " to")));
    }
}
