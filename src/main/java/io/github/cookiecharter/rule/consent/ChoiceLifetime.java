package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.jurisdiction.ChoiceBound;
import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Reports a choice that is kept for too long, or asked for again too soon. */
public final class ChoiceLifetime implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("choice-lifetime", Severity.WARNING)
            .titled("The choice is kept for a period that regulators accept")
            .where(jurisdiction -> jurisdiction.longestChoice().isPresent()
                    || jurisdiction.shortestChoice().isPresent())
            .citing(
                    LegalSources.cnilRecommendation("choice kept for 6 months"),
                    LegalSources.aepdGuide("3.2.8"),
                    LegalSources.garante("asking again after 6 months"));

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
        for (Jurisdiction jurisdiction : charter.site().mostSpecificJurisdictions()) {
            jurisdiction.longestChoice().ifPresent(longest -> {
                if (CharterQueries.clearlyExceeds(lifetime, longest.length())) {
                    report(charter, tooLong(lifetime, longest, jurisdiction), longest.length(), findings);
                }
            });
            jurisdiction.shortestChoice().ifPresent(shortest -> {
                if (CharterQueries.clearlyMisses(lifetime, shortest.length())) {
                    report(charter, tooShort(lifetime, shortest, jurisdiction), shortest.length(), findings);
                }
            });
        }
    }

    private static String tooLong(Lifetime lifetime, ChoiceBound longest, Jurisdiction jurisdiction) {
        if (!longest.provenance().isVerified()) {
            return "the choice is kept for " + lifetime.words() + ", and in " + jurisdiction.id()
                    + " visitors are usually asked again after "
                    + longest.length().words()
                    + " at the latest";
        }
        return "the choice is kept for " + lifetime.words() + ", and the " + longest.authority() + " ("
                + jurisdiction.id() + ") " + (longest.required() ? "requires" : "recommends") + " asking again after "
                + longest.length().words() + " at the latest";
    }

    private static String tooShort(Lifetime lifetime, ChoiceBound shortest, Jurisdiction jurisdiction) {
        if (!shortest.provenance().isVerified()) {
            return "the choice is kept for " + lifetime.words() + ", and in " + jurisdiction.id()
                    + " one is usually kept for " + shortest.length().words()
                    + " or longer, so that visitors are not asked again and again";
        }
        return "the choice is kept for " + lifetime.words() + ", and the " + shortest.authority() + " ("
                + jurisdiction.id() + ") " + (shortest.required() ? "does not allow" : "recommends not")
                + " asking again within " + shortest.length().words();
    }

    private void report(Charter charter, String fault, Lifetime limit, Consumer<Finding> findings) {
        String line = "lifetime: " + limit.words();
        findings.accept(Finding.of(
                        this,
                        severity(),
                        charter.consent().positions().of("lifetime"),
                        fault + ": write '" + line + "'")
                .withFix(line));
    }
}
