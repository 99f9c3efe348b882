package io.github.cookiecharter.rule.exemption;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.jurisdiction.Exemption;
import io.github.cookiecharter.jurisdiction.ExemptionCondition;
import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.CompanyGroup;
import io.github.cookiecharter.rule.data.CookieCatalogue;
import io.github.cookiecharter.rule.data.KnownAddresses;
import java.util.List;
import java.util.function.Consumer;

/** Reports exempt audience measurement by a company that uses its data for purposes of its own. */
public final class ExemptProviderReuses implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("exempt-provider-reuses", Severity.ERROR)
            .titled("Exempt audience measurement serves the site alone")
            .where(ExemptProviderReuses::forbidsReuse)
            .citing(
                    LegalSources.cnilAudience(),
                    LegalSources.aepdAudience(),
                    LegalSources.garante(""),
                    LegalSources.pecr("schedule A1, paragraph 5"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        // In the United Kingdom the statute does not speak of the provider's own purposes as plainly.
        boolean isForbidden = charter.site().mostSpecificJurisdictions().stream()
                .anyMatch(jurisdiction ->
                        forbidsReuse(jurisdiction) && !jurisdiction.id().equals("uk"));
        for (Service service : charter.services()) {
            if (CharterQueries.isExemptAudience(service)) {
                for (CompanyGroup group : CompanyGroup.all()) {
                    if (!group.reusing().isEmpty() && isBehind(group, service)) {
                        report(service, group, isForbidden && !isOnlyName(group, service), findings);
                        break;
                    }
                }
            }
        }
    }

    private static boolean forbidsReuse(Jurisdiction jurisdiction) {
        return jurisdiction
                .exemption(Exemption.Subject.STATISTICS)
                .filter(exemption -> exemption.needs(ExemptionCondition.OWN_USE))
                .isPresent();
    }

    private static boolean isBehind(CompanyGroup group, Service service) {
        if (CompanyGroup.isLoaded(group.reusing(), service) || hasCookie(group, service)) {
            return true;
        }
        // A provider whose server merely runs another company's measurement reuses nothing.
        return service.provider().id().isPresent()
                && KnownAddresses.of(service).isEmpty()
                && CompanyGroup.isNamed(group.reusing(), service.provider());
    }

    private static boolean hasCookie(CompanyGroup group, Service service) {
        for (Cookie cookie : service.cookies()) {
            for (CookieCatalogue.Entry entry :
                    CookieCatalogue.findOverlapping(cookie.name().text())) {
                boolean isSure = entry.distinctive() || entry.isConfirmedBy(service, cookie);
                if (isSure && entry.isTracker() && isOf(group, entry.marks())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOf(CompanyGroup group, List<String> marks) {
        for (String mark : group.reusing()) {
            if (marks.contains(mark)) {
                return true;
            }
        }
        return false;
    }

    // Any software may use the name of a cookie.
    private static boolean isOnlyName(CompanyGroup group, Service service) {
        return group.isReuseUnsure()
                || !(CompanyGroup.isLoaded(group.reusing(), service)
                        || CompanyGroup.isNamed(group.reusing(), service.provider()));
    }

    private void report(Service service, CompanyGroup group, boolean isError, Consumer<Finding> findings) {
        findings.accept(Finding.of(
                        this,
                        isError ? severity() : Severity.WARNING,
                        service.positions().of("consent"),
                        "the exemption for audience measurement is for what serves the site alone, and " + group.name()
                                + (isError ? " uses" : " usually uses")
                                + " what it measures for purposes of its own: let the service wait for consent, or measure"
                                + " with a tool that works for the site alone")
                .in(service));
    }
}
