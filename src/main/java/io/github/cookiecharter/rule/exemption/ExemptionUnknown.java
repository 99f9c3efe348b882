package io.github.cookiecharter.rule.exemption;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Jurisdiction;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.Exemption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports claimed exemptions that none, or only some, of the site's jurisdictions have. */
public final class ExemptionUnknown implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("exemption-unknown", Severity.ERROR)
            .titled("A claimed exemption from consent exists in the law")
            .in(Jurisdiction.EU, Jurisdiction.FR, Jurisdiction.DE, Jurisdiction.ES, Jurisdiction.IT, Jurisdiction.UK)
            .citing(
                    new LegalSource("TDDDG (Germany)", "section 25(2)", Optional.empty()),
                    LegalSources.cnilRecommendation("exempt trackers"),
                    LegalSources.cnilAudience(),
                    LegalSources.pecr("regulation 6 and schedule A1"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        List<Jurisdiction> judges = judges(charter);
        for (Category category : charter.categories()) {
            if (category.isNecessary()) {
                continue;
            }
            if (!category.needsConsent()) {
                judge(
                                category.id(),
                                judges,
                                "the category '" + category.id() + "'",
                                category.positions().of("consent"))
                        .ifPresent(findings);
                continue;
            }
            for (Service service : category.services()) {
                if (!service.needsConsent()) {
                    Optional<Finding> finding = judge(
                            category.id(),
                            judges,
                            "the service '" + service.id() + "'",
                            service.positions().of("consent"));
                    if (finding.isPresent()) {
                        findings.accept(finding.get().in(service));
                    }
                }
            }
        }
    }

    // Where a country is named its law speaks, and not the directive that it turned into law. In California
    // nothing needs consent beforehand, so nothing there needs an exemption.
    private static List<Jurisdiction> judges(Charter charter) {
        List<Jurisdiction> judges = new ArrayList<>(charter.site().jurisdictions());
        judges.remove(Jurisdiction.US_CA);
        List<Jurisdiction> countries = new ArrayList<>(judges);
        countries.remove(Jurisdiction.EU);
        countries.remove(Jurisdiction.UK);
        if (!countries.isEmpty()) {
            judges.remove(Jurisdiction.EU);
        }
        return judges;
    }

    private Optional<Finding> judge(String category, List<Jurisdiction> judges, String who, SourcePosition at) {
        Exemption claimed = Exemption.claimedIn(category);
        List<String> knowing = new ArrayList<>();
        List<String> ignorant = new ArrayList<>();
        for (Jurisdiction judge : judges) {
            (claimed.isKnownIn(judge) ? knowing : ignorant).add(judge.word());
        }
        if (ignorant.isEmpty()) {
            return Optional.empty();
        }
        String claim = who + " claims the exemption for " + claimed.words() + ", which ";
        return Optional.of(
                knowing.isEmpty()
                        ? Finding.of(
                                this,
                                Severity.ERROR,
                                at,
                                claim + "is not known in " + String.join(", ", ignorant)
                                        + ": remove 'consent' and 'reason', so that it waits for consent")
                        : Finding.of(
                                this,
                                Severity.WARNING,
                                at,
                                claim + "is known in " + String.join(", ", knowing) + " and not in "
                                        + String.join(", ", ignorant)
                                        + ": ask for consent, or use it only for visitors from the former and accept this"
                                        + " with an exception"));
    }
}
