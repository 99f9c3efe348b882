package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Reports statistics and marketing that do not state how long the collected data is kept. */
public final class RetentionMissing implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("retention-missing", Severity.NOTE)
            .titled("Statistics and marketing state how long their data is kept")
            .in("eu", "uk")
            .citing(LegalSources.gdpr("13(2)(a)"), LegalSources.ukGdpr("13(2)(a)"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : charter.services()) {
            boolean collects = service.category().equals("statistics")
                    || service.category().equals("marketing");
            // What a frame shows is its provider's own site, which tells for how long it keeps data.
            boolean isFrame = !service.frames().isEmpty() && service.scripts().isEmpty();
            if (collects
                    && !isFrame
                    && service.needsConsent()
                    && service.retention().isEmpty()
                    && !service.anonymous()) {
                findings.accept(Finding.of(
                                this,
                                severity(),
                                service.positions().entry(),
                                "the data of '" + service.id()
                                        + "' is usually kept for longer than its cookies live: state with 'retention' for how"
                                        + " long")
                        .in(service));
            }
        }
    }
}
