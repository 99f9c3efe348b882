package io.github.cookiecharter.rule.consent;

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
import java.util.function.Consumer;

/** Reports necessary web storage that never ends. */
public final class StorageForEver implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("storage-for-ever", Severity.NOTE)
            .titled("Necessary web storage ends")
            .in("eu", "uk")
            .citing(LegalSources.workingParty());

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        for (Service service : charter.services()) {
            if (!service.category().equals("necessary")) {
                continue;
            }
            for (Cookie entry : service.cookies()) {
                boolean isLasting = entry.kind() == Kind.LOCAL_STORAGE || entry.kind() == Kind.INDEXED_DB;
                if (isLasting
                        && entry.lifetime().isPresent()
                        && entry.lifetime().get() instanceof Lifetime.Persistent) {
                    findings.accept(Finding.of(
                                    this,
                                    severity(),
                                    entry.positions().of("kind"),
                                    "what is kept in '" + entry.kind().word()
                                            + "' stays until somebody deletes it, and what is necessary usually is so for a time"
                                            + " only: keep it in 'session-storage', or let the site delete it, and declare that"
                                            + " 'lifetime'")
                            .in(service)
                            .on(entry));
                }
            }
        }
    }
}
