package io.github.cookiecharter.rule.browser;

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
import java.util.function.Consumer;

/** Reports cookies whose attributes violate the requirements of the name prefixes {@code __Secure-} and {@code __Host-}. */
public final class NamePrefix implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("name-prefix", Severity.ERROR)
            .titled("A cookie meets the requirements of its name prefix")
            .citing(LegalSources.rfc6265bis("4.1.3"), LegalSources.rfc6265bis("5.7"));

    private static final String SECURE = "__Secure-";
    private static final String HOST = "__Host-";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : charter.services()) {
            for (Cookie cookie : service.cookies()) {
                if (cookie.kind() == Kind.COOKIE) {
                    checkCookie(service, cookie, findings);
                }
            }
        }
    }

    private void checkCookie(Service service, Cookie cookie, Consumer<Finding> findings) {
        boolean host = beginsWith(cookie, HOST);
        if (!host && !beginsWith(cookie, SECURE)) {
            return;
        }
        String prefix = host ? HOST : SECURE;
        String start = "a cookie whose name begins with " + prefix;
        if (!cookie.secure().orElse(false)) {
            findings.accept(Finding.of(
                            this,
                            severity(),
                            cookie.positions().of("secure"),
                            start + " is refused by browsers unless it is secure: declare "
                                    + SafeText.quote("secure: true") + ", and set the attribute")
                    .in(service)
                    .on(cookie)
                    .withFix("secure: true"));
        }
        if (host && !cookie.domains().isEmpty()) {
            findings.accept(Finding.of(
                            this,
                            severity(),
                            cookie.positions().of("domain"),
                            start + " belongs to the host that sets it, and is refused with a domain: remove 'domain',"
                                    + " or begin the name with " + SECURE)
                    .in(service)
                    .on(cookie));
        }
        if (host && !cookie.path().equals("/")) {
            findings.accept(Finding.of(
                            this,
                            severity(),
                            cookie.positions().of("path"),
                            start + " is refused with any path but '/': declare 'path: /', or begin the name with "
                                    + SECURE)
                    .in(service)
                    .on(cookie)
                    .withFix("path: /"));
        }
    }

    // Browsers compare without regard to case (RFC 6265bis, 5.7).
    private static boolean beginsWith(Cookie cookie, String prefix) {
        return cookie.name().text().regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
