package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.vocabulary.Jurisdiction;
import io.github.cookiecharter.vocabulary.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Providers of services that need consent of which visitors learn too little. */
final class ProviderIncomplete implements Rule {

    @Override
    public String id() {
        return "provider-incomplete";
    }

    @Override
    public String title() {
        return "Whoever gets data with consent is described";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public List<Jurisdiction> jurisdictions() {
        return List.of(Jurisdiction.EU);
    }

    @Override
    public List<Source> sources() {
        return List.of(Sources.cnilRecommendation("list of controllers"), Sources.gdpr("13(1)(e), (f)"));
    }

    @Override
    public void look(Charter charter, Consumer<Finding> findings) {
        Map<String, List<Service>> users = Parts.byProvider(charter);
        for (Provider provider : charter.providers()) {
            List<Service> asking = new ArrayList<>();
            for (Service service : users.getOrDefault(provider.id().orElse(""), List.of())) {
                if (service.needsConsent()) {
                    asking.add(service);
                }
            }
            if (!asking.isEmpty()) {
                look(provider, asking, findings);
            }
        }
    }

    private void look(Provider provider, List<Service> users, Consumer<Finding> findings) {
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
                    provider.places().self(),
                    "visitors are asked to let the provider '" + provider.id().orElse("")
                            + "' have data, and are not told enough about it: add "
                            + String.join(" and ", quoted(missing)));
            findings.accept(users.size() == 1 ? finding.in(users.get(0)) : finding);
        }
    }

    private static List<String> quoted(List<String> words) {
        List<String> quoted = new ArrayList<>();
        for (String word : words) {
            quoted.add(Quote.of(word));
        }
        return quoted;
    }
}
