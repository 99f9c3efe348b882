package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Reports services that need consent on a site where nothing asks for it. */
public final class NobodyAsks implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("nobody-asks", Severity.WARNING)
            .titled("Something asks for the consent that services need")
            .in("eu", "uk")
            .citing(LegalSources.eprivacy("article 5(3)"), LegalSources.pecr("regulation 6"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        if (charter.banner().runtime() != BannerRuntime.NONE
                || charter.consent().askedBy().isPresent()) {
            return;
        }
        for (Service service : charter.services()) {
            if (service.needsConsent()) {
                findings.accept(Finding.of(
                        this,
                        severity(),
                        charter.banner().positions().of("runtime"),
                        "'" + service.id()
                                + "' needs consent, and with 'runtime: none' the site has no banner that asks for it: choose a"
                                + " runtime, or state under 'consent' with 'asked-by' what asks instead"));
                return;
            }
        }
    }
}
