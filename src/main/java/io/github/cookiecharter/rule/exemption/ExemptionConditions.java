package io.github.cookiecharter.rule.exemption;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Reports exempt audience measurement that is not anonymous or sets third-party cookies. */
public final class ExemptionConditions implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("exemption-conditions", Severity.ERROR)
            .titled("Exempt audience measurement is first-party and anonymous")
            .in("fr", "uk")
            .citing(LegalSources.cnilAudience(), LegalSources.pecr("schedule A1, paragraph 5"));

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
            if (!service.anonymous()) {
                findings.accept(Finding.of(
                                this,
                                severity(),
                                service.positions().of("anonymous"),
                                "audience measurement is exempt only where it yields anonymous statistics: write"
                                        + " 'anonymous: true' if that is so, else let the service wait for consent")
                        .in(service)
                        .withFix("anonymous: true"));
            }
            for (Cookie cookie : service.cookies()) {
                if (cookie.party().includesThird()) {
                    findings.accept(Finding.of(
                                    this,
                                    severity(),
                                    cookie.positions().of("domain"),
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
