package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.model.diagnostic.SafeText;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reports incomplete descriptions of providers whose services need consent. */
public final class ProviderIncomplete implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("provider-incomplete", Severity.WARNING)
            .titled("Providers that receive data are fully described")
            .in("eu", "uk")
            .citing(
                    LegalSources.cnilRecommendation("list of controllers"),
                    LegalSources.gdpr("13(1)(e), (f)"),
                    LegalSources.ukGdpr("13(1)(e), (f)"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        Map<String, List<Service>> users = CharterQueries.servicesByProvider(charter);
        for (Provider provider : charter.providers()) {
            List<Service> needingConsent = new ArrayList<>();
            for (Service service : users.getOrDefault(provider.id().orElse(""), List.of())) {
                if (service.needsConsent()) {
                    needingConsent.add(service);
                }
            }
            if (!needingConsent.isEmpty()) {
                checkProvider(provider, needingConsent, findings);
            }
        }
    }

    private void checkProvider(Provider provider, List<Service> users, Consumer<Finding> findings) {
        List<String> missing = new ArrayList<>();
        if (provider.privacyPolicy().isEmpty()) {
            missing.add("privacy-policy");
        }
        if (provider.country().isEmpty()) {
            missing.add("country");
        }
        if (!missing.isEmpty()) {
            Finding finding = Finding.of(
                    this,
                    severity(),
                    provider.positions().entry(),
                    "the provider '" + provider.id().orElse("")
                            + "' receives data with consent, and its description is incomplete: add "
                            + String.join(" and ", quoted(missing)));
            findings.accept(users.size() == 1 ? finding.in(users.get(0)) : finding);
        }
    }

    private static List<String> quoted(List<String> words) {
        List<String> quoted = new ArrayList<>();
        for (String word : words) {
            quoted.add(SafeText.quote(word));
        }
        return quoted;
    }
}
