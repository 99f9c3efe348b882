package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.CookieCatalogue;
import io.github.cookiecharter.rule.data.KnownAddresses;
import java.util.List;
import java.util.function.Consumer;

/** Reports well-known marketing that is declared in {@code statistics} or {@code preferences}. */
public final class CategoryDiffers implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("category-differs", Severity.WARNING)
            .titled("Marketing is declared as marketing")
            .citing(LegalSources.gdpr("4(11), 6(1)(a)"), LegalSources.cnilRecommendation("purposes"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : charter.services()) {
            boolean couldDiffer = service.category().equals("statistics")
                    || service.category().equals("preferences");
            if (couldDiffer && service.needsConsent()) {
                checkService(service, findings);
            }
        }
    }

    private void checkService(Service service, Consumer<Finding> findings) {
        List<KnownAddresses.Entry> known = KnownAddresses.findAll(service);
        for (Cookie cookie : service.cookies()) {
            for (CookieCatalogue.Entry entry :
                    CookieCatalogue.findByName(cookie.name().text())) {
                if (entry.category().equals("marketing")
                        && entry.isConfirmedBy(service, cookie)
                        && !isBroughtBy(known, entry.product())) {
                    findings.accept(Finding.of(
                                    this,
                                    severity(),
                                    cookie.positions().entry(),
                                    SafeText.quote(cookie.name().text()) + remedy(entry.product(), service))
                            .in(service)
                            .on(cookie));
                    return;
                }
            }
        }
        for (KnownAddresses.Declared address : KnownAddresses.of(service)) {
            KnownAddresses.Entry entry = KnownAddresses.find(address).orElse(null);
            if (entry != null && entry.isMarketing() && !entry.isUnsure()) {
                Finding finding = Finding.of(
                                this,
                                severity(),
                                address.pixel()
                                        .map(pixel -> pixel.positions().entry())
                                        .orElse(service.positions().of(address.key())),
                                SafeText.quote(address.url()) + remedy(entry.product(), service))
                        .in(service);
                findings.accept(address.pixel().map(finding::on).orElse(finding));
                return;
            }
        }
    }

    // Some measurement also sets the cookies of its maker's advertising, and its maker lists them with it.
    private static boolean isBroughtBy(List<KnownAddresses.Entry> known, String product) {
        for (KnownAddresses.Entry entry : known) {
            if (entry.has("brings " + product)) {
                return true;
            }
        }
        return false;
    }

    private static String remedy(String product, Service service) {
        return " belongs to " + product + ", which usually serves marketing, and consent to '" + service.category()
                + "' does not cover that: move it to a service in 'marketing'";
    }
}
