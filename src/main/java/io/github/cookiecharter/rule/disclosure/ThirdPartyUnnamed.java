package io.github.cookiecharter.rule.disclosure;

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

/** Reports third-party cookies without a provider. */
public final class ThirdPartyUnnamed implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("third-party-unnamed", Severity.ERROR)
            .titled("Third-party cookies have a provider")
            .in("eu")
            .citing(
                    LegalSources.planet49(),
                    LegalSources.cnilRecommendation("list of controllers"),
                    LegalSources.gdpr("13(1)(e)"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : CharterQueries.services(charter)) {
            if (service.provider().id().isPresent()) {
                continue;
            }
            for (Cookie cookie : service.cookies()) {
                if (cookie.party().includesThird()) {
                    findings.accept(Finding.of(
                                    this,
                                    severity(),
                                    cookie.positions().of("domain"),
                                    "a third party has access to this cookie, and the service '" + service.id()
                                            + "' does not name it: declare the third party under 'providers', and name"
                                            + " it in the service with 'provider'")
                            .in(service)
                            .on(cookie));
                }
            }
        }
    }
}
