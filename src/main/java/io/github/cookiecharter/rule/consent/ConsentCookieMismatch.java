package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Consent;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.Party;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** The cookie that {@code consent.cookie} names, declared in a way in which the banner cannot set it. */
public final class ConsentCookieMismatch implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("consent-cookie-mismatch", Severity.ERROR)
            .titled("The consent cookie is declared as the banner sets it")
            .citing(LegalSources.cnilRecommendation("exempt trackers"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        Consent consent = charter.consent();
        boolean named = consent.positions().keys().containsKey("cookie");
        for (Service service : CharterQueries.services(charter)) {
            boolean necessary = service.category().equals("necessary");
            for (Cookie cookie : service.cookies()) {
                if (isConsentCookie(cookie, consent.cookie(), necessary) && (named || charter.needsConsent())) {
                    checkCookie(service, cookie, consent, findings);
                }
            }
        }
    }

    // A pattern of another category may cover the name by accident; one of the necessary cookies means it.
    private static boolean isConsentCookie(Cookie cookie, String name, boolean necessary) {
        return cookie.kind() == Kind.COOKIE
                && cookie.party() == Party.FIRST
                && (cookie.name().text().equals(name)
                        || (necessary
                                && !cookie.name().isLiteral()
                                && cookie.name().matches(name)));
    }

    private void checkCookie(Service service, Cookie cookie, Consent consent, Consumer<Finding> findings) {
        String who = "the cookie that keeps the visitor's choice ";
        if (!service.category().equals("necessary")) {
            findings.accept(Finding.of(
                            this,
                            severity(),
                            service.positions().of("category"),
                            who + "is set whatever that choice is: declare it in 'necessary'")
                    .in(service)
                    .on(cookie)
                    .mendedBy("category: necessary"));
        }
        if (!isSame(cookie.lifetime().orElse(new Lifetime.Session()), consent.lifetime())) {
            String kept = CharterQueries.words(consent.lifetime());
            findings.accept(Finding.of(
                            this,
                            severity(),
                            cookie.positions().of("lifetime"),
                            who + "lives as long as 'consent' says: write 'lifetime: " + kept
                                    + "' here, or change it there")
                    .in(service)
                    .on(cookie)
                    .mendedBy("lifetime: " + kept));
        }
        if (cookie.httpOnly().orElse(false)) {
            findings.accept(Finding.of(
                            this,
                            severity(),
                            cookie.positions().of("http-only"),
                            who + "is read and written by the banner's script, which sees no http-only cookie: remove"
                                    + " the key")
                    .in(service)
                    .on(cookie)
                    .mendedBy("http-only: false"));
        }
    }

    private static boolean isSame(Lifetime one, Lifetime other) {
        return one instanceof Lifetime.Lasting lasting
                ? other instanceof Lifetime.Lasting limit && Double.compare(lasting.seconds(), limit.seconds()) == 0
                : one.getClass() == other.getClass();
    }
}
