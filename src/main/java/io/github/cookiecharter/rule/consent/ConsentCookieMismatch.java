package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Consent;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Reports a declared consent cookie, which {@code consent.cookie} names, that differs from the one that the banner sets. */
public final class ConsentCookieMismatch implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("consent-cookie-mismatch", Severity.ERROR)
            .titled("The consent cookie is declared as the banner sets it")
            .citing(LegalSources.cnilGuidelines("article 5"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        Consent consent = charter.consent();
        boolean cookieDeclared = consent.positions().keys().containsKey("cookie");
        for (Service service : charter.services()) {
            boolean necessary = service.category().equals("necessary");
            for (Cookie cookie : service.cookies()) {
                if (isConsentCookie(cookie, consent.cookie(), necessary)
                        && (cookieDeclared || charter.needsConsent())) {
                    checkCookie(service, cookie, consent, findings);
                }
            }
        }
    }

    // A pattern in another category may match the name by accident; in 'necessary' it is meant.
    private static boolean isConsentCookie(Cookie cookie, String name, boolean necessary) {
        return cookie.kind() == Kind.COOKIE
                && cookie.party().includesFirst()
                && (cookie.name().text().equals(name)
                        || (necessary
                                && !cookie.name().isLiteral()
                                && cookie.name().matches(name)));
    }

    private void checkCookie(Service service, Cookie cookie, Consent consent, Consumer<Finding> findings) {
        String subject = "the cookie that keeps the visitor's choice ";
        if (!service.category().equals("necessary")) {
            findings.accept(Finding.of(
                            this,
                            severity(),
                            service.positions().of("category"),
                            subject + "is set whatever that choice is: declare it in 'necessary'")
                    .in(service)
                    .on(cookie)
                    .withFix("category: necessary"));
        }
        if (!isSame(cookie.lifetime().orElse(new Lifetime.Session()), consent.lifetime())) {
            String lifetime = consent.lifetime().words();
            findings.accept(Finding.of(
                            this,
                            severity(),
                            cookie.positions().of("lifetime"),
                            subject + "lives as long as 'consent' says: write 'lifetime: " + lifetime
                                    + "' here, or change it there")
                    .in(service)
                    .on(cookie)
                    .withFix("lifetime: " + lifetime));
        }
        if (cookie.httpOnly().orElse(false)) {
            findings.accept(Finding.of(
                            this,
                            severity(),
                            cookie.positions().of("http-only"),
                            subject
                                    + "is read and written by the banner's script, which sees no http-only cookie: remove"
                                    + " the key")
                    .in(service)
                    .on(cookie)
                    .withFix("http-only: false"));
        }
    }

    private static boolean isSame(Lifetime one, Lifetime other) {
        return one instanceof Lifetime.Lasting lasting
                ? other instanceof Lifetime.Lasting limit && Double.compare(lasting.seconds(), limit.seconds()) == 0
                : one.getClass() == other.getClass();
    }
}
