package io.github.cookiecharter.rule.exemption;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.jurisdiction.Exemption;
import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports claimed exemptions that none, or only some, of the site's jurisdictions have. */
public final class ExemptionUnknown implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("exemption-unknown", Severity.ERROR)
            .titled("A claimed exemption from consent exists in the law")
            .where(Jurisdiction::requiresPriorConsent)
            .citing(
                    new LegalSource("TDDDG (Germany)", "section 25(2)", Optional.empty()),
                    LegalSources.cnilGuidelines("article 5"),
                    LegalSources.cnilAudience(),
                    LegalSources.aepdGuide(""),
                    LegalSources.aepdAudience(),
                    LegalSources.garante(""),
                    LegalSources.pecr("regulation 6 and schedule A1"),
                    LegalSources.workingParty());

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

    // Where no prior consent is required, nothing needs an exemption.
    private static List<Jurisdiction> applicableJurisdictions(Charter charter) {
        return charter.site().mostSpecificJurisdictions().stream()
                .filter(Jurisdiction::requiresPriorConsent)
                .toList();
    }

    private Optional<Finding> checkExemption(
            String category, List<Jurisdiction> jurisdictions, String subject, SourcePosition at) {
        List<String> knownIn = new ArrayList<>();
        List<String> unknownIn = new ArrayList<>();
        for (Jurisdiction jurisdiction : jurisdictions) {
            (jurisdiction.exemptionFor(category).isPresent() ? knownIn : unknownIn).add(jurisdiction.word());
        }
        if (unknownIn.isEmpty()) {
            return Optional.empty();
        }
        String claim = subject + " claims the exemption for "
                + Exemption.Subject.ofCategory(category).description() + ", which ";
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
