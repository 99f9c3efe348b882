package io.github.cookiecharter.rule;

import io.github.cookiecharter.charter.Charter;
import java.util.List;

/**
 * What the rules say of a charter, once severities and exceptions have had their say.
 *
 * @param findings what stands, in file order
 * @param accepted what the site accepts, in file order
 * @param checked the ids of the rules that ran
 */
public record RuleResult(List<Finding> findings, List<Accepted> accepted, List<String> checked) {

    /**
     * A finding that the site accepts.
     *
     * @param finding what was found
     * @param exception the exception that covers it, with its reason
     */
    public record Accepted(Finding finding, Charter.Accepted exception) {}

    public RuleResult {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
        checked = List.copyOf(checked);
    }

    /** Whether some finding is as grave as this, or graver. */
    public boolean reaches(Severity severity) {
        for (Finding finding : findings) {
            if (finding.severity().compareTo(severity) <= 0) {
                return true;
            }
        }
        return false;
    }
}
