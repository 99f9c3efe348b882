package io.github.cookiecharter.rule.consent;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.jurisdiction.Jurisdictions;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.model.Role;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.function.Consumer;

/** Reports necessary cookies that outlive their purpose. */
public final class NecessaryTooLong implements Rule {

    private static final Jurisdiction EUROPEAN_UNION = Jurisdictions.builtIn().get("eu");

    private static final RuleInfo INFO = RuleInfo.of("necessary-too-long", Severity.WARNING)
            .titled("Necessary cookies do not outlive their purpose")
            .in("eu", "uk")
            .citing(LegalSources.workingParty(), LegalSources.ico("strictly necessary"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        Lifetime.Lasting sessionLimit =
                EUROPEAN_UNION.limit("session-role-lifetime").orElseThrow();
        Lifetime.Lasting generalLimit =
                EUROPEAN_UNION.limit("necessary-lifetime").orElseThrow();
        for (Service service : charter.services()) {
            if (!service.category().equals("necessary")) {
                continue;
            }
            for (Cookie cookie : service.cookies()) {
                if (cookie.kind() == Kind.COOKIE
                        && cookie.lifetime().isPresent()
                        && cookie.lifetime().get() instanceof Lifetime.Lasting lasting) {
                    boolean hasSessionRole = hasSessionRole(cookie);
                    if (hasSessionRole
                            ? CharterQueries.exceeds(lasting, sessionLimit)
                            : CharterQueries.clearlyExceeds(lasting, generalLimit)) {
                        findings.accept(Finding.of(
                                        this,
                                        severity(),
                                        cookie.positions().of("lifetime"),
                                        hasSessionRole
                                                ? sessionRoleMessage(cookie, lasting)
                                                : tooLongMessage(lasting, generalLimit))
                                .in(service)
                                .on(cookie));
                    }
                }
            }
        }
    }

    private static boolean hasSessionRole(Cookie cookie) {
        return cookie.role().isPresent()
                && switch (cookie.role().get()) {
                    case SESSION, LOGIN, LOAD_BALANCER -> true;
                    case REMEMBER_ME, CSRF -> false;
                };
    }

    private static String sessionRoleMessage(Cookie cookie, Lifetime lifetime) {
        String role = cookie.role().map(Role::word).orElse("");
        return "a cookie for '" + role + "' is usually necessary for a visit alone, and this one lives for "
                + lifetime.words() + ": let it end with the session"
                + (cookie.role().orElse(Role.SESSION) == Role.LOAD_BALANCER
                        ? ""
                        : ", or, where visitors ask to stay signed in, write 'role: remember-me'");
    }

    private static String tooLongMessage(Lifetime lifetime, Lifetime limit) {
        return "what lives for " + lifetime.words() + ", longer than " + limit.words()
                + ", is usually hard to call necessary: shorten it, or move the service to another category";
    }
}
