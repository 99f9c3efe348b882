package io.github.cookiecharter.rule.exemption;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.jurisdiction.Exemption;
import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports exempt audience measurement that keeps its data too long, or does not state a retention period. */
public final class AudienceRetention implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("audience-retention", Severity.WARNING)
            .titled("Data of exempt audience measurement is kept for 25 months at most")
            .where(jurisdiction -> limit(jurisdiction).isPresent())
            .citing(LegalSources.cnilRecommendation("article 5"), LegalSources.cnilAudience());

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        Lifetime.Lasting limit = charter.site().mostSpecificJurisdictions().stream()
                .map(AudienceRetention::limit)
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(Lifetime.Lasting::seconds))
                .orElseThrow();
        for (Service service : charter.services()) {
            if (!CharterQueries.isExemptAudience(service)) {
                continue;
            }
            String max = limit.words();
            boolean missing = service.retention().isEmpty();
            if (missing || CharterQueries.clearlyExceeds(service.retention().get(), limit)) {
                findings.accept(Finding.of(
                                this,
                                severity(),
                                service.positions().of("retention"),
                                missing
                                        ? "exempt audience measurement needs a period for which its data is kept, usually "
                                                + max + " at most: add 'retention'"
                                        : "the data of exempt audience measurement is usually kept for " + max
                                                + " at most, not '"
                                                + service.retention().get().words()
                                                + "': delete it earlier, and declare that period")
                        .in(service)
                        .withFix("retention: " + max));
            }
        }
    }

    private static Optional<Lifetime.Lasting> limit(Jurisdiction jurisdiction) {
        return jurisdiction
                .exemption(Exemption.Subject.STATISTICS)
                .flatMap(Exemption::retention)
                .map(Exemption.Limit::length);
    }
}
