package io.github.cookiecharter.rule.browser;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.RetentionLimits;
import java.util.function.Consumer;

/** Reports lifetimes that browsers shorten, so that the policy would show a wrong one. */
public final class LifetimeOver400Days implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("lifetime-over-400-days", Severity.WARNING)
            .titled("Declared lifetimes do not exceed the browsers' limit")
            .citing(LegalSources.rfc6265bis("5.5"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        Lifetime.Lasting limit = RetentionLimits.lifetime("browser-lifetime");
        for (Service service : charter.services()) {
            for (Cookie cookie : service.cookies()) {
                if (cookie.kind() == Kind.COOKIE
                        && cookie.lifetime().isPresent()
                        && cookie.lifetime().get() instanceof Lifetime.Lasting lasting
                        && CharterQueries.exceeds(lasting, limit)) {
                    String max = limit.words();
                    findings.accept(Finding.of(
                                    this,
                                    severity(),
                                    cookie.positions().of("lifetime"),
                                    "browsers keep no cookie for " + lasting.words() + ", they cut it to " + max
                                            + ": write 'lifetime: " + max + "' or less, and set it so")
                            .in(service)
                            .on(cookie)
                            .withFix("lifetime: " + max));
                }
            }
        }
    }
}
