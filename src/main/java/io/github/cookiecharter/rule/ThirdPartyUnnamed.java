package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.vocabulary.Jurisdiction;
import io.github.cookiecharter.vocabulary.Party;
import java.util.List;
import java.util.function.Consumer;

/** Third-party cookies of which nobody says whose they are. */
final class ThirdPartyUnnamed implements Rule {

    @Override
    public String id() {
        return "third-party-unnamed";
    }

    @Override
    public String title() {
        return "Whoever sets a third-party cookie is named";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public List<Jurisdiction> jurisdictions() {
        return List.of(Jurisdiction.EU);
    }

    @Override
    public List<Source> sources() {
        return List.of(Sources.planet49(), Sources.cnilRecommendation("list of controllers"), Sources.gdpr("13(1)(e)"));
    }

    @Override
    public void look(Charter charter, Consumer<Finding> findings) {
        for (Service service : Parts.services(charter)) {
            if (service.provider().id().isPresent()) {
                continue;
            }
            for (Cookie cookie : service.cookies()) {
                if (cookie.party() == Party.THIRD) {
                    findings.accept(Finding.of(
                                    this,
                                    severity(),
                                    cookie.places().of("domain"),
                                    "a third party has access to this cookie, and the service '" + service.id()
                                            + "' does not say who: declare the third party under 'providers', and name"
                                            + " it in the service with 'provider'")
                            .in(service)
                            .on(cookie));
                }
            }
        }
    }
}
