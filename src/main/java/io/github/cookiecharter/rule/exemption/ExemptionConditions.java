package io.github.cookiecharter.rule.exemption;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.jurisdiction.Exemption;
import io.github.cookiecharter.jurisdiction.ExemptionCondition;
import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.SiteHosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports exempt audience measurement that does not meet the conditions of the site's jurisdictions. */
public final class ExemptionConditions implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("exemption-conditions", Severity.ERROR)
            .titled("Exempt audience measurement meets the conditions of the exemption")
            .where(jurisdiction -> exemption(jurisdiction)
                    .filter(ExemptionConditions::isChecked)
                    .isPresent())
            .citing(
                    LegalSources.cnilAudience(),
                    LegalSources.aepdAudience(),
                    LegalSources.garante(""),
                    new LegalSource("Telecommunications Act (Netherlands)", "article 11.7a(3)(b)", Optional.empty()));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        List<Jurisdiction> jurisdictions = charter.site().mostSpecificJurisdictions();
        for (Service service : charter.services()) {
            if (CharterQueries.isExemptAudience(service)) {
                checkAnonymous(service, jurisdictions, findings);
                checkParty(charter, service, jurisdictions, findings);
            }
        }
    }

    // ---- anonymous --------------------------------------------------------------------------------------------------

    private void checkAnonymous(Service service, List<Jurisdiction> jurisdictions, Consumer<Finding> findings) {
        if (service.anonymous()) {
            return;
        }
        List<String> where = new ArrayList<>();
        boolean isCertain = false;
        for (Jurisdiction jurisdiction : jurisdictions) {
            Exemption exemption = exemption(jurisdiction).orElse(null);
            if (exemption != null && mustBeAnonymous(exemption, service)) {
                where.add(jurisdiction.id());
                isCertain |= exemption.needs(ExemptionCondition.OWN_USE);
            }
        }
        if (!where.isEmpty()) {
            // A law that asks for little effect on privacy, and for no more, may be met in other ways.
            findings.accept(Finding.of(
                            this,
                            isCertain ? severity() : Severity.WARNING,
                            service.positions().of("anonymous"),
                            "audience measurement is " + (isCertain ? "" : "usually ") + "exempt in "
                                    + String.join(", ", where)
                                    + " only where it yields anonymous statistics: write 'anonymous: true' if that is so,"
                                    + " else let the service wait for consent")
                    .in(service)
                    .withFix("anonymous: true"));
        }
    }

    private static boolean mustBeAnonymous(Exemption exemption, Service service) {
        boolean isShared = service.provider().id().isPresent();
        return exemption.needs(ExemptionCondition.ANONYMOUS)
                || (exemption.needs(ExemptionCondition.ANONYMOUS_IF_SHARED) && isShared);
    }

    // ---- first-party ------------------------------------------------------------------------------------------------

    private void checkParty(
            Charter charter, Service service, List<Jurisdiction> jurisdictions, Consumer<Finding> findings) {
        List<String> where = new ArrayList<>();
        for (Jurisdiction jurisdiction : jurisdictions) {
            if (exemption(jurisdiction)
                    .filter(exemption -> exemption.needs(ExemptionCondition.FIRST_PARTY))
                    .isPresent()) {
                where.add(jurisdiction.id());
            }
        }
        for (Cookie cookie : service.cookies()) {
            if (!where.isEmpty() && SiteHosts.isForeign(charter.site(), cookie)) {
                findings.accept(Finding.of(
                                this,
                                severity(),
                                cookie.positions().of("domain"),
                                "exempt audience measurement serves this site alone in " + String.join(", ", where)
                                        + ", and a third-party cookie can follow visitors to others: set it for the site's"
                                        + " own domain, or let the service wait for consent")
                        .in(service)
                        .on(cookie));
            }
        }
    }

    private static Optional<Exemption> exemption(Jurisdiction jurisdiction) {
        return jurisdiction.exemption(Exemption.Subject.STATISTICS);
    }

    private static boolean isChecked(Exemption exemption) {
        return exemption.needs(ExemptionCondition.ANONYMOUS)
                || exemption.needs(ExemptionCondition.ANONYMOUS_IF_SHARED)
                || exemption.needs(ExemptionCondition.FIRST_PARTY);
    }
}
