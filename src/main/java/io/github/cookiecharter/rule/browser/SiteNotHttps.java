package io.github.cookiecharter.rule.browser;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.SameSite;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.Locale;
import java.util.function.Consumer;

/** Reports a site with an http address whose cookies exist only over https. */
public final class SiteNotHttps implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("site-not-https", Severity.ERROR)
            .titled("A site with secure cookies has an https address")
            .citing(LegalSources.rfc6265bis("5.7"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        if (!"http".equalsIgnoreCase(charter.site().url().getScheme())
                || isLoopback(charter.site().host())) {
            return;
        }
        for (Service service : charter.services()) {
            for (Cookie cookie : service.cookies()) {
                if (cookie.kind() == Kind.COOKIE && cookie.party().includesFirst() && needsHttps(cookie)) {
                    findings.accept(Finding.of(
                                    this,
                                    severity(),
                                    charter.site().positions().of("url"),
                                    "the site's address begins with http:, and browsers refuse secure cookies from it, such as '"
                                            + cookie.name().text() + "' of the service '" + service.id()
                                            + "': write the https address, or remove 'secure' if the site really has none")
                            .in(service)
                            .on(cookie));
                    return;
                }
            }
        }
    }

    private static boolean needsHttps(Cookie cookie) {
        String name = cookie.name().text().toLowerCase(Locale.ROOT);
        return cookie.secure().orElse(false)
                || cookie.partitioned().orElse(false)
                || cookie.sameSite().orElse(SameSite.LAX) == SameSite.NONE
                || name.startsWith("__secure-")
                || name.startsWith("__host-")
                || name.startsWith("__http-");
    }

    // Browsers treat a server on the same machine like one with https.
    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]")
                || host.equals("::1");
    }
}
