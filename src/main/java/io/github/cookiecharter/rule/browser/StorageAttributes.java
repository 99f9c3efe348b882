package io.github.cookiecharter.rule.browser;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Cookie;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.model.Lifetime;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.List;
import java.util.function.Consumer;

/** Reports attributes and lifetimes that an entry of its kind cannot have. */
public final class StorageAttributes implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("storage-attributes", Severity.ERROR)
            .titled("Entries have only attributes and lifetimes that their kind supports")
            .citing(LegalSources.rfc6265bis("5.5"));

    private static final List<String> ATTRIBUTES =
            List.of("path", "http-only", "secure", "same-site", "partitioned", "renewed");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : charter.services()) {
            for (Cookie cookie : service.cookies()) {
                if (cookie.kind() != Kind.COOKIE) {
                    checkAttributes(service, cookie, findings);
                }
                checkLifetime(service, cookie, findings);
            }
        }
    }

    private void checkAttributes(Service service, Cookie entry, Consumer<Finding> findings) {
        for (String attribute : ATTRIBUTES) {
            if (entry.positions().keys().containsKey(attribute)) {
                findings.accept(Finding.of(
                                this,
                                severity(),
                                entry.positions().of(attribute),
                                "'" + attribute + "' belongs to cookies, and this is of the kind '"
                                        + entry.kind().word() + "': remove the key, or change 'kind'")
                        .in(service)
                        .on(entry));
            }
        }
    }

    private void checkLifetime(Service service, Cookie entry, Consumer<Finding> findings) {
        Lifetime lifetime = entry.lifetime().orElse(new Lifetime.Session());
        boolean persistentCookie = entry.kind() == Kind.COOKIE && lifetime instanceof Lifetime.Persistent;
        boolean endsWithSession = (entry.kind() == Kind.LOCAL_STORAGE || entry.kind() == Kind.INDEXED_DB)
                && lifetime instanceof Lifetime.Session;
        if (persistentCookie || endsWithSession) {
            findings.accept(Finding.of(
                            this,
                            severity(),
                            entry.positions().of("lifetime"),
                            persistentCookie
                                    ? "no cookie is persistent, browsers keep it for 400 days at most: write the lifetime"
                                            + " with which it is set"
                                    : "what is kept in '" + entry.kind().word()
                                            + "' does not end with the session: remove 'lifetime', or change 'kind' to"
                                            + " 'session-storage'")
                    .in(service)
                    .on(entry));
        }
    }
}
