package io.github.cookiecharter.rule.disclosure;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.model.Column;
import io.github.cookiecharter.model.Section;
import io.github.cookiecharter.rule.Finding;
import io.github.cookiecharter.rule.LegalSources;
import io.github.cookiecharter.rule.Rule;
import io.github.cookiecharter.rule.RuleInfo;
import io.github.cookiecharter.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reports a policy that leaves out what visitors must learn before they consent. */
public final class PolicyIncomplete implements Rule {

    private static final RuleInfo INFO = RuleInfo.of("policy-incomplete", Severity.ERROR)
            .titled("The policy shows what visitors must learn before they consent")
            .in("eu", "uk")
            .citing(
                    LegalSources.planet49(),
                    LegalSources.gdpr("7(3), 13"),
                    LegalSources.ukGdpr("7(3), 13"),
                    LegalSources.pecr("regulation 6(2)(a)"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Charter charter, Consumer<Finding> findings) {
        if (!charter.needsConsent()) {
            return;
        }
        List<Section> sections = charter.policy().sections();
        List<String> missingSections = new ArrayList<>();
        for (Section section : List.of(Section.COOKIES, Section.CHOICES, Section.CONTACT)) {
            if (!sections.contains(section)) {
                missingSections.add("'" + section.word() + "'");
            }
        }
        if (!missingSections.isEmpty()) {
            findings.accept(Finding.of(
                    this,
                    severity(),
                    charter.policy().positions().of("sections"),
                    "services need consent, and the policy leaves out which cookies there are, how to withdraw, or whom to"
                            + " ask: add " + String.join(", ", missingSections) + " to 'sections'"));
        }
        if (sections.contains(Section.COOKIES)) {
            checkColumns(charter, findings);
        }
    }

    private void checkColumns(Charter charter, Consumer<Finding> findings) {
        List<String> missing = new ArrayList<>();
        for (Column column : List.of(Column.PURPOSE, Column.LIFETIME, Column.PROVIDER)) {
            boolean isNeeded = column != Column.PROVIDER || hasProvider(charter);
            if (isNeeded && !charter.policy().columns().contains(column)) {
                missing.add("'" + column.word() + "'");
            }
        }
        if (!missing.isEmpty()) {
            findings.accept(Finding.of(
                    this,
                    severity(),
                    charter.policy().positions().of("columns"),
                    "services need consent, and the tables leave out what a cookie is for, how long it lives, or who"
                            + " receives what it holds: add " + String.join(", ", missing) + " to 'columns'"));
        }
    }

    // Where no service names a provider, the section about the contact names the only one.
    private static boolean hasProvider(Charter charter) {
        for (Service service : charter.services()) {
            if (service.needsConsent() && service.provider().id().isPresent()) {
                return true;
            }
        }
        return false;
    }
}
