package io.github.cookiecharter.rule.exemption;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.model.Jurisdiction;
import io.github.cookiecharter.model.Party;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.Severity;
import java.util.List;
import java.util.function.Consumer;

/** What exempt audience measurement must not do. */
public final class ExemptionConditions implements Rule {

    @Override
    public String id() {
        return "exemption-conditions";
    }

    @Override
    public String title() {
        return "Exempt audience measurement is the site's own, and anonymous";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Jurisdiction> jurisdictions() {
        return List.of(Jurisdiction.FR, Jurisdiction.UK);
    }

    @Override
    public List<LegalSource> sources() {
        return List.of(LegalSources.cnilAudience(), LegalSources.pecr("schedule A1, paragraph 5"));
    }

    @Override
    public void look(Charter charter, Consumer<Finding> findings) {
        for (Service service : CharterQueries.services(charter)) {
            if (!CharterQueries.isExemptAudience(service)) {
                continue;
            }
            if (!service.anonymous()) {
                findings.accept(Finding.of(
                                this,
                                severity(),
                                service.places().of("anonymous"),
                                "audience measurement is exempt only where it yields anonymous statistics: write"
                                        + " 'anonymous: true' if that is so, else let the service wait for consent")
                        .in(service)
                        .mendedBy("anonymous: true"));
            }
            for (Cookie cookie : service.cookies()) {
                if (cookie.party() == Party.THIRD) {
                    findings.accept(Finding.of(
                                    this,
                                    severity(),
                                    cookie.places().of("domain"),
                                    "exempt audience measurement serves this site alone, and a third-party cookie can"
                                            + " follow visitors to others: set it for the site's own domain, or let the"
                                            + " service wait for consent")
                            .in(service)
                            .on(cookie));
                }
            }
        }
    }
}
