package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.CookieCatalogue;
import java.util.List;
import java.util.function.Consumer;

/** Reports widely known cookies of statistics and marketing that are declared as necessary. */
public final class TrackerAsNecessary implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("tracker-as-necessary", Severity.ERROR)
            .titled("Well-known trackers are not declared as necessary")
            .citing(LegalSources.taskforce());

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : CharterQueries.services(charter)) {
            if (isDeclaredNecessary(service)) {
                for (Cookie cookie : service.cookies()) {
                    checkCookie(service, cookie, findings);
                }
            }
        }
    }

    private static boolean isDeclaredNecessary(Service service) {
        return switch (service.category()) {
            case "necessary" -> true;
            case "preferences", "statistics", "marketing" -> false;
            default -> !service.needsConsent();
        };
    }

    private void checkCookie(Service service, Cookie cookie, Consumer<Finding> findings) {
        List<CookieCatalogue.Entry> entries =
                CookieCatalogue.findByName(cookie.name().text());
        boolean likelyTracker = !entries.isEmpty();
        for (CookieCatalogue.Entry entry : entries) {
            likelyTracker &= entry.isTracker() && entry.distinctive();
            if (entry.isTracker() && entry.isConfirmedBy(service, cookie)) {
                findings.accept(Finding.of(
                                this,
                                severity(),
                                cookie.positions().entry(),
                                SafeText.quote(cookie.name().text())
                                        + " with this provider, script or domain is a cookie of "
                                        + entry.product() + ", which is not strictly necessary: declare it in '"
                                        + entry.category() + "'")
                        .in(service)
                        .on(cookie));
                return;
            }
        }
        if (likelyTracker) {
            CookieCatalogue.Entry entry = entries.get(0);
            findings.accept(Finding.of(
                            this,
                            Severity.NOTE,
                            cookie.positions().entry(),
                            "a cookie called " + SafeText.quote(cookie.name().text()) + " usually belongs to "
                                    + entry.product() + ": if this one does, declare it in '" + entry.category()
                                    + "'")
                    .in(service)
                    .on(cookie));
        }
    }
}
