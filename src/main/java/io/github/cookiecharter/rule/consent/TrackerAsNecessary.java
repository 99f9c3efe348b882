package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.CookieCatalogue;
import io.github.cookiecharter.rule.data.KnownAddresses;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reports widely known trackers, by their cookies, scripts, frames and pixels, in services that run without consent. An
 * exempt service in {@code statistics} may measure the audience, so only marketing is reported there.
 */
public final class TrackerAsNecessary implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("tracker-as-necessary", Severity.ERROR)
            .titled("Well-known trackers are not declared as necessary")
            .citing(
                    LegalSources.taskforce(),
                    new LegalSource(
                            "EDPB, guidelines 2/2023 on the technical scope of article 5(3) of the ePrivacy Directive",
                            "",
                            LegalSources.day(2024, 10, 7)),
                    new LegalSource(
                            "CNIL, answer on Google reCAPTCHA, as law firms quote it",
                            "",
                            LegalSources.day(2022, 4, 11)));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : charter.services()) {
            if (!service.needsConsent()) {
                boolean hasError = false;
                for (Cookie cookie : service.cookies()) {
                    hasError |= checkCookie(service, cookie, findings);
                }
                if (!hasError) {
                    checkAddresses(charter, service, findings);
                }
            }
        }
    }

    // Audience measurement may be exempt in 'statistics'; other rules check on which conditions.
    private static boolean isAllowed(String category, Service service) {
        return category.equals("statistics") && service.category().equals("statistics");
    }

    private boolean checkCookie(Service service, Cookie cookie, Consumer<Finding> findings) {
        List<CookieCatalogue.Entry> entries =
                CookieCatalogue.findOverlapping(cookie.name().text());
        boolean likelyTracker = !entries.isEmpty();
        for (CookieCatalogue.Entry entry : entries) {
            boolean isTracker = entry.isTracker() && !isAllowed(entry.category(), service);
            likelyTracker &= isTracker && entry.distinctive();
            if (isTracker && entry.isConfirmedBy(service, cookie)) {
                findings.accept(Finding.of(
                                this,
                                severity(),
                                cookie.positions().entry(),
                                SafeText.quote(cookie.name().text())
                                        + " with this provider, script or domain is a cookie of "
                                        + entry.product() + ", which is not strictly necessary: declare it in '"
                                        + entry.category() + "', and let it wait for consent")
                        .in(service)
                        .on(cookie));
                return true;
            }
        }
        if (likelyTracker && cookie.name().literalLength() >= 3) {
            CookieCatalogue.Entry entry = entries.get(0);
            findings.accept(Finding.of(
                            this,
                            Severity.NOTE,
                            cookie.positions().entry(),
                            "a cookie called " + SafeText.quote(cookie.name().text()) + " usually belongs to "
                                    + entry.product() + ": if this one does, declare it in '" + entry.category()
                                    + "', and let it wait for consent")
                    .in(service)
                    .on(cookie));
        }
        return false;
    }

    private void checkAddresses(Charter charter, Service service, Consumer<Finding> findings) {
        for (KnownAddresses.Declared address : KnownAddresses.of(service)) {
            KnownAddresses.Entry known = KnownAddresses.find(address).orElse(null);
            if (known != null && known.isTracker() && !isAllowed(known.category(), service)) {
                report(service, address, known, findings);
                return;
            }
            if (known != null && known.has("fr") && charter.site().isIn("fr")) {
                reportForFrance(service, address.key(), known.product(), findings);
                return;
            }
        }
        for (Cookie cookie : service.cookies()) {
            if (cookie.name().text().equalsIgnoreCase("_GRECAPTCHA")
                    && charter.site().isIn("fr")) {
                reportForFrance(service, "cookies", "Google reCAPTCHA", findings);
                return;
            }
        }
    }

    private void report(
            Service service, KnownAddresses.Declared address, KnownAddresses.Entry known, Consumer<Finding> findings) {
        SourcePosition at = address.pixel()
                .map(pixel -> pixel.positions().entry())
                .orElse(service.positions().of(address.key()));
        String remedy = ": declare it in '" + known.category() + "', and let it wait for consent";
        Finding finding = Finding.of(
                        this,
                        known.isUnsure() ? Severity.WARNING : severity(),
                        at,
                        SafeText.quote(address.url()) + " loads " + known.product()
                                + (known.isUnsure()
                                        ? ", which usually needs consent"
                                        : ", which is not strictly necessary")
                                + remedy)
                .in(service);
        findings.accept(address.pixel().map(finding::on).orElse(finding));
    }

    private void reportForFrance(Service service, String key, String product, Consumer<Finding> findings) {
        findings.accept(Finding.of(
                        this,
                        Severity.WARNING,
                        service.positions().of(key),
                        product
                                + " sends its maker data for purposes besides protection, and for the CNIL (fr) it usually"
                                + " needs consent: let it wait for consent, or use a protection that serves the site alone")
                .in(service));
    }
}
