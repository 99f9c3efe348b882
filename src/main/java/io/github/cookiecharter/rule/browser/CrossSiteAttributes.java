package io.github.cookiecharter.rule.browser;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports cookies that are sent to other sites but are not secure, which browsers refuse. */
public final class CrossSiteAttributes implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("cross-site-attributes", Severity.ERROR)
            .titled("Cookies for other sites are secure")
            .citing(
                    LegalSources.rfc6265bis("5.7"),
                    new LegalSource(
                            "Chromium, Cookies Having Independent Partitioned State (CHIPS)",
                            "the attribute Partitioned",
                            Optional.empty()));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : charter.services()) {
            for (Cookie cookie : service.cookies()) {
                if (cookie.kind() != Kind.COOKIE || cookie.secure().orElse(false)) {
                    continue;
                }
                boolean crossSite = cookie.sameSite().orElse(SameSite.LAX) == SameSite.NONE;
                if (crossSite || cookie.partitioned().orElse(false)) {
                    String key = crossSite ? "same-site" : "partitioned";
                    findings.accept(Finding.of(
                                    this,
                                    severity(),
                                    cookie.positions().of(key),
                                    "browsers refuse a cookie with "
                                            + SafeText.quote(crossSite ? "same-site: None" : "partitioned: true")
                                            + " that is not secure: declare 'secure: true', and set the attribute")
                            .in(service)
                            .on(cookie)
                            .withFix("secure: true"));
                }
            }
        }
    }
}
