package io.github.cookiecharter.rule.browser;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSource;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports session and login cookies for which the declaration does not state the protecting attributes. */
public final class InsecureSession implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("insecure-session", Severity.WARNING)
            .titled("Session cookies are protected against theft")
            .citing(new LegalSource("OWASP, Session Management Cheat Sheet", "cookies", Optional.empty()));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : charter.services()) {
            for (Cookie cookie : service.cookies()) {
                if (cookie.kind() == Kind.COOKIE && identifiesVisitor(cookie)) {
                    checkCookie(service, cookie, findings);
                }
            }
        }
    }

    private static boolean identifiesVisitor(Cookie cookie) {
        return cookie.role().isPresent()
                && switch (cookie.role().get()) {
                    case SESSION, LOGIN, REMEMBER_ME -> true;
                    case CSRF, LOAD_BALANCER -> false;
                };
    }

    private void checkCookie(Service service, Cookie cookie, Consumer<Finding> findings) {
        List<String> missing = new ArrayList<>();
        List<String> fixes = new ArrayList<>();
        if (!cookie.secure().orElse(false)) {
            missing.add("secure");
            fixes.add("secure: true");
        }
        if (!cookie.httpOnly().orElse(false)) {
            missing.add("http-only");
            fixes.add("http-only: true");
        }
        if (cookie.sameSite().isEmpty()) {
            missing.add("same-site");
            fixes.add("same-site: Lax");
        }
        if (!missing.isEmpty()) {
            findings.accept(Finding.of(
                            this,
                            severity(),
                            cookie.positions().of(missing.get(0)),
                            "anyone who obtains this cookie can act as the visitor, and the declaration does not state "
                                    + SafeText.join(missing) + ": set the attributes, and declare them")
                    .in(service)
                    .on(cookie)
                    .withFix(String.join("\n", fixes)));
        }
    }
}
