package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import io.github.cookiecharter.rule.data.CompanyGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports members of groups from elsewhere that state a seat at home and no transfer. */
public final class TransferHidden implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("transfer-hidden", Severity.NOTE)
            .titled("Transfers within a group of companies are stated")
            .in("eu", "uk")
            .citing(LegalSources.gdpr("13(1)(f)"), LegalSources.ukGdpr("13(1)(f)"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        Map<String, List<Service>> users = CharterQueries.servicesByProvider(charter);
        for (Provider provider : charter.providers()) {
            Optional<CompanyGroup> group = CompanyGroup.of(provider);
            List<Service> services = users.getOrDefault(provider.id().orElse(""), List.of());
            if (group.isPresent()
                    && !services.isEmpty()
                    && hidesTransfer(provider, group.get().country())) {
                Finding finding = Finding.of(
                        this,
                        severity(),
                        provider.positions().of("country"),
                        "the provider '" + provider.id().orElse("") + "' usually belongs to the group "
                                + group.get().name()
                                + ", whose seat is in " + group.get().country()
                                + ": if data goes there, state it with 'transfers', and what covers the transfer with 'safeguard'");
                findings.accept(services.size() == 1 ? finding.in(services.get(0)) : finding);
            }
        }
    }

    private static boolean hidesTransfer(Provider provider, String seat) {
        return provider.country().isPresent()
                && !provider.country().get().equals(seat)
                && !provider.transfers().contains(seat)
                && provider.safeguard().isEmpty();
    }
}
