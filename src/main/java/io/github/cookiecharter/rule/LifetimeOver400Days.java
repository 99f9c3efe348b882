package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.vocabulary.Jurisdiction;
import io.github.cookiecharter.vocabulary.Kind;
import io.github.cookiecharter.vocabulary.Lifetime;
import java.util.List;
import java.util.function.Consumer;

/** Cookies that browsers will cut, so that the lifetime shown to visitors would be false. */
final class LifetimeOver400Days implements Rule {

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
    public List<Source> sources() {
        return List.of(Sources.rfc6265bis("5.5"));
    }

    @Override
    public void look(Charter charter, Consumer<Finding> findings) {
        Lifetime.Lasting limit = Limits.lifetime("browser-lifetime");
        for (Service service : Parts.services(charter)) {
            for (Cookie cookie : service.cookies()) {
                if (cookie.kind() == Kind.COOKIE
                        && cookie.lifetime().isPresent()
                        && cookie.lifetime().get() instanceof Lifetime.Lasting lasting
                        && Parts.exceeds(lasting, limit)) {
                    String most = Parts.words(limit);
                    findings.accept(Finding.of(
                                    this,
                                    severity(),
                                    cookie.places().of("lifetime"),
                                    "browsers keep no cookie for " + Parts.words(lasting) + ", they cut it to " + most
                                            + ": write 'lifetime: " + most + "' or less, and set it so")
                            .in(service)
                            .on(cookie)
                            .mendedBy("lifetime: " + most));
                }
            }
        }
    }
}
