package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Reports third-party services that need consent but declare no script or frame to block. */
public final class ScriptMissing implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("script-missing", Severity.WARNING)
            .titled("Services that need consent declare the scripts or frames to block");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : charter.services()) {
            if (service.needsConsent()
                    && service.provider().id().isPresent()
                    && service.scripts().isEmpty()
                    && service.frames().isEmpty()) {
                findings.accept(Finding.of(
                                this,
                                severity(),
                                service.positions().entry(),
                                "the service '" + service.id()
                                        + "' needs consent, and the banner cannot block any of it until"
                                        + " then: list under 'scripts' or 'frames' what it loads from '"
                                        + service.provider().id().get() + "'")
                        .in(service));
            }
        }
    }
}
