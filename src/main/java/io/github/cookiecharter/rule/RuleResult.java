package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import java.util.List;

/**
 * The findings of the rules, after severities and exceptions are applied.
 *
 * @param findings the findings that no exception accepts, in file order
 * @param accepted the findings that an exception accepts, in file order
 * @param checked the ids of the rules that ran
 */
public record RuleResult(List<Finding> findings, List<Accepted> accepted, List<String> checked) {

    /**
     * A finding that the site accepts.
     *
     * @param finding the finding
     * @param exception the exception that covers it, with its reason
     */
    public record Accepted(Finding finding, Charter.Accepted exception) {}

    public RuleResult {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
        checked = List.copyOf(checked);
    }

    /** Returns whether some finding has this severity or a graver one. */
    public boolean reaches(Severity severity) {
        for (Finding finding : findings) {
            if (finding.severity().compareTo(severity) <= 0) {
                return true;
            }
        }
        return false;
    }
}
