package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.model.Jurisdiction;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.RetentionLimits;
import java.util.function.Consumer;

/** A choice that is remembered for too long, or asked for again too soon. */
public final class ChoiceLifetime implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("choice-lifetime", Severity.WARNING)
            .titled("The choice is kept for a period that regulators accept")
            .in(Jurisdiction.FR, Jurisdiction.ES, Jurisdiction.IT)
            .citing(
                    LegalSources.cnilRecommendation("choice kept for 6 months"),
                    LegalSources.aepdGuide("3.2.8"),
                    new LegalSource(
                            "Garante, guidelines on cookies and other tracking tools",
                            "asking again after 6 months",
                            LegalSources.day(2021, 6, 10)));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        if (!charter.needsConsent()) {
            return;
        }
        Lifetime kept = charter.consent().lifetime();
        for (Jurisdiction jurisdiction : charter.site().jurisdictions()) {
            switch (jurisdiction) {
                case FR -> lookForTooLong(charter, kept, jurisdiction, "the CNIL", findings);
                case ES -> lookForTooLong(charter, kept, jurisdiction, "the AEPD", findings);
                case IT -> lookForTooShort(charter, kept, findings);
                default -> {}
            }
        }
    }

    private void lookForTooLong(
            Charter charter, Lifetime kept, Jurisdiction jurisdiction, String regulator, Consumer<Finding> findings) {
        Lifetime.Lasting longest = RetentionLimits.lifetime("choice-longest", jurisdiction);
        if (CharterQueries.exceeds(kept, longest)) {
            report(
                    charter,
                    "the choice is kept for " + CharterQueries.words(kept) + ", and " + regulator + " ("
                            + jurisdiction.word() + ") requires asking again after " + CharterQueries.words(longest)
                            + " at the latest",
                    longest,
                    findings);
        }
    }

    private void lookForTooShort(Charter charter, Lifetime kept, Consumer<Finding> findings) {
        Lifetime.Lasting shortest = RetentionLimits.lifetime("choice-shortest", Jurisdiction.IT);
        if (!CharterQueries.reaches(kept, shortest)) {
            report(
                    charter,
                    "the choice is kept for " + CharterQueries.words(kept)
                            + ", and the Garante (it) does not allow asking again within "
                            + CharterQueries.words(shortest),
                    shortest,
                    findings);
        }
    }

    private void report(Charter charter, String what, Lifetime limit, Consumer<Finding> findings) {
        String line = "lifetime: " + CharterQueries.words(limit);
        findings.accept(Finding.of(
                        this, severity(), charter.consent().positions().of("lifetime"), what + ": write '" + line + "'")
                .mendedBy(line));
    }
}
