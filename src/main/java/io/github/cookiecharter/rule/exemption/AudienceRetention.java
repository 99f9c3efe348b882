package io.github.cookiecharter.rule.exemption;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.model.Jurisdiction;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.RetentionLimits;
import java.util.function.Consumer;

/** Reports exempt audience measurement that keeps its data too long, or does not state a retention period. */
public final class AudienceRetention implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("audience-retention", Severity.WARNING)
            .titled("Data of exempt audience measurement is kept for 25 months at most")
            .in(Jurisdiction.FR)
            .citing(LegalSources.cnilRecommendation("article 5"), LegalSources.cnilAudience());

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : CharterQueries.services(charter)) {
            if (!CharterQueries.isExemptAudience(service)) {
                continue;
            }
            Lifetime.Lasting limit = RetentionLimits.lifetime("audience-retention", Jurisdiction.FR);
            String max = CharterQueries.words(limit);
            boolean missing = service.retention().isEmpty();
            if (missing || CharterQueries.exceeds(service.retention().get(), limit)) {
                findings.accept(Finding.of(
                                this,
                                severity(),
                                service.positions().of("retention"),
                                missing
                                        ? "exempt audience measurement needs a period for which its data is kept, "
                                                + max + " at most: add 'retention'"
                                        : "the data of exempt audience measurement is kept for " + max
                                                + " at most, not '"
                                                + CharterQueries.words(
                                                        service.retention().get())
                                                + "': delete it earlier, and declare that period")
                        .in(service)
                        .withFix("retention: " + max));
            }
        }
    }
}
