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

/** Reports a choice that is kept for too long, or asked for again too soon. */
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
        Lifetime lifetime = charter.consent().lifetime();
        for (Jurisdiction jurisdiction : charter.site().jurisdictions()) {
            switch (jurisdiction) {
                case FR -> checkLongest(charter, lifetime, jurisdiction, "the CNIL", findings);
                case ES -> checkLongest(charter, lifetime, jurisdiction, "the AEPD", findings);
                case IT -> checkShortest(charter, lifetime, findings);
                default -> {}
            }
        }
    }

    private void checkLongest(
            Charter charter,
            Lifetime lifetime,
            Jurisdiction jurisdiction,
            String regulator,
            Consumer<Finding> findings) {
        Lifetime.Lasting longest = RetentionLimits.lifetime("choice-longest", jurisdiction);
        if (CharterQueries.exceeds(lifetime, longest)) {
            report(
                    charter,
                    "the choice is kept for " + CharterQueries.words(lifetime) + ", and " + regulator + " ("
                            + jurisdiction.word() + ") requires asking again after " + CharterQueries.words(longest)
                            + " at the latest",
                    longest,
                    findings);
        }
    }

    private void checkShortest(Charter charter, Lifetime lifetime, Consumer<Finding> findings) {
        Lifetime.Lasting shortest = RetentionLimits.lifetime("choice-shortest", Jurisdiction.IT);
        if (!CharterQueries.reaches(lifetime, shortest)) {
            report(
                    charter,
                    "the choice is kept for " + CharterQueries.words(lifetime)
                            + ", and the Garante (it) does not allow asking again within "
                            + CharterQueries.words(shortest),
                    shortest,
                    findings);
        }
    }

    private void report(Charter charter, String fault, Lifetime limit, Consumer<Finding> findings) {
        String line = "lifetime: " + CharterQueries.words(limit);
        findings.accept(Finding.of(
                        this,
                        severity(),
                        charter.consent().positions().of("lifetime"),
                        fault + ": write '" + line + "'")
                .withFix(line));
    }
}
