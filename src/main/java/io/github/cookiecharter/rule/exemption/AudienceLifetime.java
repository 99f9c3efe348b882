package io.github.cookiecharter.rule.exemption;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.jurisdiction.Exemption;
import io.github.cookiecharter.jurisdiction.ExemptionCondition;
import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports cookies of exempt audience measurement that live too long, or that each visit renews. */
public final class AudienceLifetime implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("audience-lifetime", Severity.WARNING)
            .titled("Trackers of exempt audience measurement expire after 13 months")
            .where(jurisdiction -> limit(jurisdiction).isPresent())
            .citing(LegalSources.cnilRecommendation("article 5"), LegalSources.cnilAudience());

    private static final Lifetime.Lasting DAY = new Lifetime.Lasting(1, ChronoUnit.DAYS);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        Lifetime.Lasting limit = charter.site().mostSpecificJurisdictions().stream()
                .map(AudienceLifetime::limit)
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(Lifetime.Lasting::seconds))
                .orElseThrow();
        boolean isRenewalForbidden = charter.site().mostSpecificJurisdictions().stream()
                .anyMatch(jurisdiction -> jurisdiction
                        .exemption(Exemption.Subject.STATISTICS)
                        .filter(exemption -> exemption.needs(ExemptionCondition.NOT_RENEWED))
                        .isPresent());
        for (Service service : charter.services()) {
            if (CharterQueries.isExemptAudience(service)) {
                for (Cookie cookie : service.cookies()) {
                    checkCookie(service, cookie, limit, isRenewalForbidden, findings);
                }
            }
        }
    }

    private void checkCookie(
            Service service,
            Cookie cookie,
            Lifetime.Lasting limit,
            boolean isRenewalForbidden,
            Consumer<Finding> findings) {
        Lifetime lifetime = cookie.lifetime().orElse(new Lifetime.Session());
        String max = limit.words();
        if (CharterQueries.clearlyExceeds(lifetime, limit)) {
            Finding finding = Finding.of(
                            this,
                            severity(),
                            cookie.positions().of("lifetime"),
                            "a tracker of exempt audience measurement usually lives for " + max + " at most, not '"
                                    + lifetime.words() + "': set it with 'lifetime: " + max
                                    + "' or less")
                    .in(service)
                    .on(cookie);
            findings.accept(cookie.kind() == Kind.COOKIE ? finding.withFix("lifetime: " + max) : finding);
        }
        if (cookie.renewed() && isRenewalForbidden && !endsWithVisit(lifetime)) {
            findings.accept(Finding.of(
                            this,
                            severity(),
                            cookie.positions().of("renewed"),
                            "a tracker of exempt audience measurement is not extended by a new visit: set it once, and"
                                    + " write 'renewed: false'")
                    .in(service)
                    .on(cookie)
                    .withFix("renewed: false"));
        }
    }

    // What ends with the visit, such as Matomo's _pk_ses of 30 minutes, is renewed by each page and by no new visit.
    private static boolean endsWithVisit(Lifetime lifetime) {
        return !CharterQueries.exceeds(lifetime, DAY);
    }

    private static Optional<Lifetime.Lasting> limit(Jurisdiction jurisdiction) {
        return jurisdiction
                .exemption(Exemption.Subject.STATISTICS)
                .flatMap(Exemption::lifetime)
                .map(Exemption.Limit::length);
    }
}
