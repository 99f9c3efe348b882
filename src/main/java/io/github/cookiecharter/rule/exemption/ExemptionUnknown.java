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
        List<Jurisdiction> jurisdictions = applicableJurisdictions(charter);
        for (Category category : charter.categories()) {
            if (category.isNecessary()) {
                continue;
            }
            if (!category.needsConsent()) {
                checkExemption(
                                category.id(),
                                jurisdictions,
                                "the category '" + category.id() + "'",
                                category.positions().of("consent"))
                        .ifPresent(findings);
                continue;
            }
            for (Service service : category.services()) {
                if (!service.needsConsent()) {
                    Optional<Finding> finding = checkExemption(
                            category.id(),
                            jurisdictions,
                            "the service '" + service.id() + "'",
                            service.positions().of("consent"));
                    if (finding.isPresent()) {
                        findings.accept(finding.get().in(service));
                    }
                }
            }
        }
    }

    // A member state's law applies instead of the directive that it implements. California requires no prior consent,
    // so
    // nothing there needs an exemption.
    private static List<Jurisdiction> applicableJurisdictions(Charter charter) {
        List<Jurisdiction> jurisdictions = new ArrayList<>(charter.site().jurisdictions());
        jurisdictions.remove(Jurisdiction.US_CA);
        List<Jurisdiction> countries = new ArrayList<>(jurisdictions);
        countries.remove(Jurisdiction.EU);
        countries.remove(Jurisdiction.UK);
        if (!countries.isEmpty()) {
            jurisdictions.remove(Jurisdiction.EU);
        }
        return jurisdictions;
    }

    private Optional<Finding> checkExemption(
            String category, List<Jurisdiction> jurisdictions, String subject, SourcePosition at) {
        Exemption claimed = Exemption.forCategory(category);
        List<String> knownIn = new ArrayList<>();
        List<String> unknownIn = new ArrayList<>();
        for (Jurisdiction jurisdiction : jurisdictions) {
            (claimed.isKnownIn(jurisdiction) ? knownIn : unknownIn).add(jurisdiction.word());
        }
        if (unknownIn.isEmpty()) {
            return Optional.empty();
        }
        String claim = subject + " claims the exemption for " + claimed.description() + ", which ";
        return Optional.of(
                knownIn.isEmpty()
                        ? Finding.of(
                                this,
                                Severity.ERROR,
                                at,
                                claim + "is not known in " + String.join(", ", unknownIn)
                                        + ": remove 'consent' and 'reason', so that it waits for consent")
                        : Finding.of(
                                this,
                                Severity.WARNING,
                                at,
                                claim + "is known in " + String.join(", ", knownIn) + " and not in "
                                        + String.join(", ", unknownIn)
                                        + ": ask for consent, or use it only for visitors from the former and accept this"
                                        + " with an exception"));
    }
}
