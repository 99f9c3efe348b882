package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import io.github.cookiecharter.charter.Charter.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs rules, collects their findings, and applies the severities of the pom and the exceptions of the site. */
public final class RuleRunner implements Consumer<Finding> {

    private final Charter charter;
    private final Map<String, Optional<Severity>> severities;
    private final List<Finding> collected = new ArrayList<>();
    private final List<String> checked = new ArrayList<>();

    public RuleRunner(Charter charter, Map<String, Optional<Severity>> severities) {
        this.charter = charter;
        this.severities = severities;
    }

    /** Runs a rule, unless the pom switches it off or it does not apply to the site's jurisdictions. */
    public void run(Rule rule) {
        if (isOff(rule.id())) {
            return;
        }
        checked.add(rule.id());
        if (rule.info().appliesIn(charter.site().jurisdictions())) {
            rule.check(charter, this);
        }
    }

    /**
     * Adds findings that other packages made.
     *
     * @param otherFindings the findings
     * @param otherRuleIds the ids of the rules that were checked for them
     */
    public void addFindings(List<Finding> otherFindings, List<String> otherRuleIds) {
        for (String id : otherRuleIds) {
            if (!isOff(id)) {
                checked.add(id);
            }
        }
        for (Finding finding : otherFindings) {
            accept(finding);
        }
    }

    @Override
    public void accept(Finding finding) {
        if (isOff(finding.rule())) {
            return;
        }
        Optional<Severity> configured = severities.getOrDefault(finding.rule(), Optional.of(finding.severity()));
        Finding adjusted = configured.isPresent() ? finding.with(configured.get()) : finding;
        collected.add(isAboutAddedService(adjusted) ? adjusted.withoutService() : adjusted);
    }

    private boolean isOff(String rule) {
        return severities.containsKey(rule) && severities.get(rule).isEmpty();
    }

    // The service that the plugin adds for the consent cookie has the position of 'consent', and no exception can
    // name it.
    private boolean isAboutAddedService(Finding finding) {
        if (finding.service().isPresent()) {
            for (Service service : charter.services()) {
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

    /** Returns the result, including a finding for each exception that accepts nothing. */
    public RuleResult result() {
        List<Charter.Accepted> exceptions = charter.exceptions();
        boolean[] used = new boolean[exceptions.size()];
        List<Finding> findings = new ArrayList<>();
        List<RuleResult.Accepted> accepted = new ArrayList<>();
        collected.sort(Finding.IN_FILE_ORDER);
        for (Finding finding : collected) {
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
        collected.clear();
        for (int i = 0; i < used.length; i++) {
            if (!used[i] && checked.contains(exceptions.get(i).rule())) {
                UnusedException.report(exceptions.get(i), this);
            }
        }
        findings.addAll(collected);
        findings.sort(Finding.IN_FILE_ORDER);
        return new RuleResult(findings, accepted, checked);
    }

    private static boolean covers(Charter.Accepted exception, Finding finding) {
        return exception.rule().equals(finding.rule())
                && !exception.rule().equals(UnusedException.ID)
                && (exception.service().isEmpty() || isSame(exception.service(), finding.service()))
                && (exception.cookie().isEmpty() || isSame(exception.cookie(), finding.cookie()));
    }

    private static boolean isSame(Optional<String> configured, Optional<String> actual) {
        return actual.isPresent() && actual.get().equals(configured.orElse(""));
    }
}
