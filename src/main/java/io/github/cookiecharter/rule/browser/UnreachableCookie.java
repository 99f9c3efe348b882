package io.github.cookiecharter.rule.browser;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Reports {@code http-only} cookies of services that a visitor can refuse or object to: the banner cannot delete them. */
public final class UnreachableCookie implements Rule {

    private static final RuleInfo INFO =
            RuleInfo.of("unreachable-cookie", Severity.WARNING).titled("The banner can delete refused cookies");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : charter.services()) {
            if (!service.isOptional()) {
                continue;
            }
            for (Cookie cookie : service.cookies()) {
                if (cookie.kind() == Kind.COOKIE
                        && cookie.party().includesFirst()
                        && cookie.httpOnly().orElse(false)) {
                    findings.accept(Finding.of(
                                    this,
                                    severity(),
                                    cookie.positions().of("http-only"),
                                    "no banner can delete an http-only cookie once "
                                            + (service.needsConsent()
                                                    ? "consent is refused or withdrawn"
                                                    : "the visitor objects")
                                            + ": set it without the attribute, or let the server delete it and accept"
                                            + " this with an exception")
                            .in(service)
                            .on(cookie));
                }
            }
        }
    }
}
