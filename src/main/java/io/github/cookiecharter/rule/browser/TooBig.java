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
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Reports more cookies per domain, or longer paths, than browsers support. */
public final class TooBig implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("too-big", Severity.WARNING)
            .titled("Cookies stay within the browsers' limits")
            .citing(LegalSources.rfc6265bis("5.6"), LegalSources.rfc6265bis("6.1"));

    private static final int MAX_COOKIES = 50;
    // The limit applies to the domain too, but the reader already rejects such a domain as no host name.
    private static final int MAX_PATH_BYTES = 1_024;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        Map<String, Integer> countByDomain = new HashMap<>();
        for (Service service : charter.services()) {
            for (Cookie cookie : service.cookies()) {
                if (cookie.kind() == Kind.COOKIE) {
                    if (cookie.domains().isEmpty()) {
                        count(cookie, charter.site().host(), countByDomain, findings);
                    }
                    for (Charter.Domain domain : cookie.domains()) {
                        count(cookie, domain.name(), countByDomain, findings);
                    }
                    checkPath(service, cookie, findings);
                }
            }
        }
    }

    private void count(Cookie cookie, String domain, Map<String, Integer> countByDomain, Consumer<Finding> findings) {
        int cookies = countByDomain.getOrDefault(domain, 0) + 1;
        countByDomain.put(domain, cookies);
        if (cookies == MAX_COOKIES + 1) {
            findings.accept(Finding.of(
                    this,
                    severity(),
                    cookie.positions().entry(),
                    "from here on there are more than " + MAX_COOKIES + " cookies for " + SafeText.quote(domain)
                            + ", and browsers may drop the oldest: keep several values in one cookie, or in web"
                            + " storage"));
        }
    }

    private void checkPath(Service service, Cookie cookie, Consumer<Finding> findings) {
        if (cookie.path().getBytes(StandardCharsets.UTF_8).length > MAX_PATH_BYTES) {
            findings.accept(Finding.of(
                            this,
                            severity(),
                            cookie.positions().of("path"),
                            "browsers ignore a path of more than 1,024 bytes: shorten it")
                    .in(service)
                    .on(cookie));
        }
    }
}
