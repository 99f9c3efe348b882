package io.github.cookiecharter.rule.browser;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports cookies with the prefixes {@code __Http-} and {@code __Host-Http-} that a script could have set. */
public final class HttpPrefix implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("http-prefix", Severity.WARNING)
            .titled("A cookie with the prefix __Http- is http-only and secure")
            .citing(new LegalSource(
                    "Cookies: HTTP State Management Mechanism (layered cookies draft)", "", Optional.empty()));

    private static final List<String> PREFIXES = List.of("__Http-", "__Host-Http-");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : charter.services()) {
            for (Cookie cookie : service.cookies()) {
                for (String prefix : PREFIXES) {
                    // Browsers compare without regard to case, as for the older prefixes.
                    if (cookie.kind() == Kind.COOKIE
                            && cookie.name().text().regionMatches(true, 0, prefix, 0, prefix.length())) {
                        checkCookie(service, cookie, prefix, findings);
                    }
                }
            }
        }
    }

    private void checkCookie(Service service, Cookie cookie, String prefix, Consumer<Finding> findings) {
        boolean isSecure = cookie.secure().orElse(false);
        boolean isHttpOnly = cookie.httpOnly().orElse(false);
        if (isSecure && isHttpOnly) {
            return;
        }
        String fix = isSecure ? "http-only: true" : isHttpOnly ? "secure: true" : "http-only: true\nsecure: true";
        String words =
                isSecure ? "'http-only: true'" : isHttpOnly ? "'secure: true'" : "'http-only: true' and 'secure: true'";
        findings.accept(Finding.of(
                        this,
                        severity(),
                        cookie.positions().entry(),
                        "browsers that know the prefix " + prefix
                                + " refuse the cookie unless a server sets it as http-only and secure: declare " + words
                                + ", and set the attributes")
                .in(service)
                .on(cookie)
                .withFix(fix));
    }
}
