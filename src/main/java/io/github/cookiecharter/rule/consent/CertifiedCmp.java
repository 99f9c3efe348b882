package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.BannerRuntime;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.KnownAddresses;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports Google's advertising for publishers behind a banner that Google has not certified. */
public final class CertifiedCmp implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("certified-cmp", Severity.WARNING)
            .titled("Google's advertising for publishers waits for a consent tool that Google has certified")
            .in("eu", "uk")
            .citing(new LegalSource(
                    "Google, consent management requirements for publishers", "", LegalSources.day(2024, 1, 16)));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        // Without a generated banner another tool asks, which may be certified.
        if (charter.banner().runtime() == BannerRuntime.NONE) {
            return;
        }
        for (Service service : charter.services()) {
            for (KnownAddresses.Declared address : KnownAddresses.of(service)) {
                Optional<KnownAddresses.Entry> known = KnownAddresses.find(address);
                if (known.isPresent() && known.get().has("ads")) {
                    findings.accept(Finding.of(
                                    this,
                                    severity(),
                                    service.positions().of(address.key()),
                                    SafeText.quote(address.url())
                                            + " shows advertisements of AdSense or Ad Manager, and in the EEA and the United"
                                            + " Kingdom Google usually shows only limited ones unless a consent tool that it has"
                                            + " certified asks, which the generated banner is not: let such a tool ask, or count"
                                            + " on limited advertisements")
                            .in(service));
                    return;
                }
            }
        }
    }
}
