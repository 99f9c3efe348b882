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

/** Reports a site that sells or shares data for advertising and ignores Global Privacy Control. */
public final class GpcIgnored implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("gpc-ignored", Severity.ERROR)
            .titled("A site with advertising honours Global Privacy Control")
            .in("us-ca")
            .citing(new LegalSource(
                    "California Code of Regulations, title 11",
                    "section 7025(b), (c)(1), (c)(6)",
                    LegalSources.day(2026, 1, 1)));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        if (charter.consent().gpc() == Gpc.IGNORE) {
            DataSharing.find(charter)
                    .ifPresent(sharing -> findings.accept(Finding.of(
                                    this,
                                    severity(),
                                    charter.consent().positions().of("gpc"),
                                    sharing + ", and in us-ca the signal Global Privacy Control counts as a refusal of"
                                            + " that: write 'gpc: honour', or remove the key")
                            .withFix("gpc: honour")));
        }
    }
}
