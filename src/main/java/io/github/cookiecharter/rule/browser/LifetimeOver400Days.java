package io.github.cookiecharter.rule.browser;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.model.Jurisdiction;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.RetentionLimits;
import java.util.List;
import java.util.function.Consumer;

/** Cookies that browsers will cut, so that the lifetime shown to visitors would be false. */
public final class LifetimeOver400Days implements Rule {

    @Override
    public String id() {
        return "lifetime-over-400-days";
    }

    @Override
    public String title() {
        return "No cookie is said to live longer than browsers let it";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Jurisdiction> jurisdictions() {
        return List.of();
    }

    @Override
    public List<LegalSource> sources() {
        return List.of(LegalSources.rfc6265bis("5.5"));
    }

    @Override
    public void look(Charter charter, Consumer<Finding> findings) {
        Lifetime.Lasting limit = RetentionLimits.lifetime("browser-lifetime");
        for (Service service : CharterQueries.services(charter)) {
            for (Cookie cookie : service.cookies()) {
                if (cookie.kind() == Kind.COOKIE
                        && cookie.lifetime().isPresent()
                        && cookie.lifetime().get() instanceof Lifetime.Lasting lasting
                        && CharterQueries.exceeds(lasting, limit)) {
                    String most = CharterQueries.words(limit);
                    findings.accept(Finding.of(
                                    this,
                                    severity(),
                                    cookie.places().of("lifetime"),
                                    "browsers keep no cookie for " + CharterQueries.words(lasting) + ", they cut it to "
                                            + most + ": write 'lifetime: " + most + "' or less, and set it so")
                            .in(service)
                            .on(cookie)
                            .mendedBy("lifetime: " + most));
                }
            }
        }
    }
}
