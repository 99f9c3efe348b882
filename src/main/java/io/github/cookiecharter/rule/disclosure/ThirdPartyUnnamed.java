package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.KnownAddresses;
import io.github.cookiecharter.rule.data.SiteHosts;
import java.util.function.Consumer;

/** Reports cookies, scripts, frames and pixels of third parties that their services do not name. */
public final class ThirdPartyUnnamed implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("third-party-unnamed", Severity.ERROR)
            .titled("What third parties receive has a provider")
            .in("eu", "uk")
            .citing(
                    LegalSources.planet49(),
                    LegalSources.cnilRecommendation("list of controllers"),
                    LegalSources.gdpr("13(1)(e)"),
                    LegalSources.ukGdpr("13(1)(e)"),
                    LegalSources.pecr("regulation 6(2)(a)"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : charter.services()) {
            if (service.provider().id().isEmpty() && !checkCookies(charter, service, findings)) {
                checkAddresses(charter, service, findings);
            }
        }
    }

    private boolean checkCookies(Charter charter, Service service, Consumer<Finding> findings) {
        boolean found = false;
        for (Cookie cookie : service.cookies()) {
            if (cookie.kind() != Kind.PIXEL && SiteHosts.isForeign(charter.site(), cookie)) {
                found = true;
                findings.accept(Finding.of(
                                this,
                                severity(),
                                cookie.positions().of("domain"),
                                "a third party has access to this cookie" + remedy(service))
                        .in(service)
                        .on(cookie));
            }
        }
        return found;
    }

    // What a page loads without consent, such as a library from a network of servers, may be processed for the site
    // alone.
    private void checkAddresses(Charter charter, Service service, Consumer<Finding> findings) {
        for (KnownAddresses.Declared address : KnownAddresses.of(service)) {
            if (!SiteHosts.isOwn(charter.site(), address.host())) {
                boolean isSure = service.needsConsent();
                Finding finding = Finding.of(
                                this,
                                isSure ? severity() : Severity.WARNING,
                                address.pixel()
                                        .map(pixel -> pixel.positions().entry())
                                        .orElse(service.positions().of(address.key())),
                                "the third party at " + SafeText.quote(address.host())
                                        + (isSure ? " gets" : " usually gets") + " data of the visitor"
                                        + remedy(service))
                        .in(service);
                findings.accept(address.pixel().map(finding::on).orElse(finding));
                return;
            }
        }
    }

    private static String remedy(Service service) {
        return ", and the service '" + service.id()
                + "' does not name it: declare the third party under 'providers', and name it in the service with"
                + " 'provider'";
    }
}
