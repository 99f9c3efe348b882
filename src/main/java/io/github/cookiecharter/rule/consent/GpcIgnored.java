package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.model.Gpc;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Reports marketing services on a site that ignores Global Privacy Control. */
public final class GpcIgnored implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("gpc-ignored", Severity.ERROR)
            .titled("Marketing services honour Global Privacy Control")
            .in("us-ca")
            .citing(new LegalSource(
                    "California Code of Regulations, title 11",
                    "section 7025(b), (c)(1)",
                    LegalSources.day(2026, 1, 1)));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        if (charter.consent().gpc() != Gpc.IGNORE) {
            return;
        }
        for (Category category : charter.categories()) {
            if (category.id().equals("marketing")) {
                findings.accept(Finding.of(
                                this,
                                severity(),
                                charter.consent().positions().of("gpc"),
                                "the site has marketing services, and in us-ca the signal Global Privacy Control counts"
                                        + " as a refusal of them: write 'gpc: honour', or remove the key")
                        .withFix("gpc: honour"));
            }
        }
    }
}
