package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Category;
import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.model.diagnostic.SourcePosition;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reports providers and categories that no service names, so that they appear nowhere. */
public final class Unused implements Rule {

    private static final RuleInfo INFO =
            RuleInfo.of("unused", Severity.NOTE).titled("All declared providers and categories are used");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        Map<String, List<Service>> users = CharterQueries.servicesByProvider(charter);
        for (Provider provider : charter.providers()) {
            String id = provider.id().orElse("");
            if (!users.containsKey(id)) {
                report("provider", id, provider.positions().entry(), findings);
            }
        }
        for (Category category : charter.unused()) {
            report("category", category.id(), category.positions().entry(), findings);
        }
    }

    private void report(String what, String id, SourcePosition at, Consumer<Finding> findings) {
        findings.accept(Finding.of(
                this,
                severity(),
                at,
                "no service uses the " + what + " '" + id
                        + "': remove it, or name it in the service that it belongs to"));
    }
}
