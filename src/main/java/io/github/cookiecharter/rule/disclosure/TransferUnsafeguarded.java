package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Provider;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.jurisdiction.Adequacy;
import io.github.cookiecharter.jurisdiction.AdequacyList;
import io.github.cookiecharter.jurisdiction.Jurisdiction;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports providers in countries without an adequacy decision for which no safeguard is declared. */
public final class TransferUnsafeguarded implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("transfer-unsafeguarded", Severity.WARNING)
            .titled("Transfers to other countries name their safeguard")
            .where(jurisdiction -> jurisdiction.adequacy().isPresent())
            .citing(
                    LegalSources.gdpr("13(1)(f)"),
                    LegalSources.ukGdpr("13(1)(f)"),
                    LegalSources.aepdGuide("content of the policy"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        Map<String, List<Service>> users = CharterQueries.servicesByProvider(charter);
        for (Provider provider : charter.providers()) {
            List<Service> services = users.getOrDefault(provider.id().orElse(""), List.of());
            if (!services.isEmpty() && provider.safeguard().isEmpty()) {
                Optional<Finding> finding = finding(charter, provider);
                if (finding.isPresent()) {
                    findings.accept(services.size() == 1 ? finding.get().in(services.get(0)) : finding.get());
                }
            }
        }
    }

    private Optional<Finding> finding(Charter charter, Provider provider) {
        List<String> countries = new ArrayList<>();
        provider.country().ifPresent(countries::add);
        countries.addAll(provider.transfers());
        for (AdequacyList list : adequacyLists(charter)) {
            for (String country : countries) {
                Adequacy adequacy = list.of(country);
                if (!adequacy.isSufficient()) {
                    boolean isSeat = provider.country().filter(country::equals).isPresent();
                    return Optional.of(Finding.of(
                            this,
                            severity(),
                            provider.positions().of(isSeat ? "country" : "transfers"),
                            message(country, list, adequacy)));
                }
            }
        }
        return Optional.empty();
    }

    private static Set<AdequacyList> adequacyLists(Charter charter) {
        return charter.site().jurisdictions().stream()
                .map(Jurisdiction::adequacy)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String message(String country, AdequacyList adequacyList, Adequacy adequacy) {
        String list = "the adequacy list of " + adequacyList.owner();
        return adequacy == Adequacy.CERTIFIED
                ? "in " + country + " " + list
                        + " covers only certified organisations: state under 'safeguard' that the"
                        + " provider is certified, or what else covers the transfer"
                : country + " is not on " + list
                        + ": state under 'safeguard' what covers the transfer, such as standard"
                        + " contractual clauses";
    }
}
