package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import io.github.cookiecharter.charter.CharterQueries;
import io.github.cookiecharter.model.Jurisdiction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Gathers findings, gives each the severity that the pom wants, and sorts out what the site accepts. */
public final class RuleRunner implements Consumer<Finding> {

    private final Charter charter;
    private final Map<String, Optional<Severity>> severities;
    private final List<Finding> found = new ArrayList<>();
    private final List<String> checked = new ArrayList<>();

    public RuleRunner(Charter charter, Map<String, Optional<Severity>> severities) {
        this.charter = charter;
        this.severities = severities;
    }

    /** Runs a rule, unless the pom switches it off or it is none of the site's. */
    public void run(Rule rule) {
        if (isOff(rule.id())) {
            return;
        }
        checked.add(rule.id());
        if (isFor(rule, charter)) {
            rule.check(charter, this);
        }
    }

    /** Whether the site is in one of the rule's jurisdictions. */
    private static boolean isFor(Rule rule, Charter charter) {
        List<Jurisdiction> jurisdictions = rule.jurisdictions();
        if (jurisdictions.isEmpty()) {
            return true;
        }
        for (Jurisdiction jurisdiction : jurisdictions) {
            if (charter.site().jurisdictions().contains(jurisdiction)) {
                return true;
            }
        }
        return false;
    }

    /** Takes what others found. */
    public void add(List<Finding> others, List<String> othersChecked) {
        for (String id : othersChecked) {
            if (!isOff(id)) {
                checked.add(id);
            }
        }
        for (Finding finding : others) {
            accept(finding);
        }
    }

    @Override
    public void accept(Finding finding) {
        if (isOff(finding.rule())) {
            return;
        }
        Optional<Severity> wanted = severities.getOrDefault(finding.rule(), Optional.of(finding.severity()));
        Finding graded = wanted.isPresent() ? finding.with(wanted.get()) : finding;
        found.add(isAboutTheAddedService(graded) ? graded.withoutService() : graded);
    }

    private boolean isOff(String rule) {
        return severities.containsKey(rule) && severities.get(rule).isEmpty();
    }

    // The service that the plugin adds for the consent cookie stands where the consent is declared, and no exception
    // can name it.
    private boolean isAboutTheAddedService(Finding finding) {
        if (finding.service().isPresent()) {
            for (Service service : CharterQueries.services(charter)) {
                if (service.id().equals(finding.service().get())) {
                    return service.positions()
                                    .entry()
                                    .compareTo(charter.consent().positions().entry())
                            == 0;
                }
            }
        }
        return false;
    }

    /** What stands, what is accepted, and which exceptions accept nothing. */
    public RuleResult verdict() {
        List<Charter.Accepted> exceptions = charter.exceptions();
        boolean[] used = new boolean[exceptions.size()];
        List<Finding> findings = new ArrayList<>();
        List<RuleResult.Accepted> accepted = new ArrayList<>();
        found.sort(Finding.IN_FILE_ORDER);
        for (Finding finding : found) {
            int first = -1;
            for (int i = exceptions.size() - 1; i >= 0; i--) {
                if (covers(exceptions.get(i), finding)) {
                    used[i] = true;
                    first = i;
                }
            }
            if (first < 0) {
                findings.add(finding);
            } else {
                accepted.add(new RuleResult.Accepted(finding, exceptions.get(first)));
            }
        }
        found.clear();
        for (int i = 0; i < used.length; i++) {
            if (!used[i] && checked.contains(exceptions.get(i).rule())) {
                UnusedException.report(exceptions.get(i), this);
            }
        }
        findings.addAll(found);
        findings.sort(Finding.IN_FILE_ORDER);
        return new RuleResult(findings, accepted, checked);
    }

    private static boolean covers(Charter.Accepted exception, Finding finding) {
        return exception.rule().equals(finding.rule())
                && !exception.rule().equals(UnusedException.ID)
                && (exception.service().isEmpty() || isSame(exception.service(), finding.service()))
                && (exception.cookie().isEmpty() || isSame(exception.cookie(), finding.cookie()));
    }

    private static boolean isSame(Optional<String> wanted, Optional<String> given) {
        return given.isPresent() && given.get().equals(wanted.orElse(""));
    }
}
