package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.audit.AuditVerifyGoal;
import io.github.cookiecharter.goal.audit.AuditVerifyRequest;
import io.github.cookiecharter.output.OutputException;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Compares what the goal {@code audit} saw on the running site with the declaration {@code cookies.yaml}, and fails the build
 * as {@code failOn} says. The reports {@code audit.html} and {@code audit.sarif} contain all findings, and
 * {@code audit-undeclared.yaml} contains entries to paste. If the goal {@code check} ran, a finding names the place in the code
 * too.
 *
 * @since 0.1.0
 */
@Mojo(name = "audit-verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class AuditVerifyMojo extends AbstractCharterMojo {

    /**
     * Lowest severity of a finding that fails the build: {@code error}, {@code warning} or {@code never}.
     * Example: {@code <failOn>warning</failOn>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.failOn", defaultValue = "error", required = true)
    private String failOn;

    /**
     * Severities by rule id: {@code error}, {@code warning}, {@code note} or {@code off}. Example:
     * {@code <rules><refusal-harder>off</refusal-harder></rules>}, or
     * {@code -Dcookie-charter.rules=refusal-harder=off,attributes-differ=error}.
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> rules;

    // Maven cannot convert a property to a map.
    @Parameter(defaultValue = "${cookie-charter.rules}", readonly = true)
    private String rulesProperty;

    /**
     * Skips a module without the declaration, with one line, whatever its path; {@code false} by default. Example:
     * {@code <skipIfMissing>true</skipIfMissing>} in the pom of a parent.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.skipIfMissing", defaultValue = "false")
    private boolean skipIfMissing;

    @Override
    String consequence() {
        return "the audit was not judged";
    }

    @Override
    GoalResult run() throws OutputException {
        return AuditVerifyGoal.run(new AuditVerifyRequest(
                module(skipIfMissing, "generate"),
                declaration(),
                reportsDirectory(),
                rules(failOn, rules, rulesProperty)));
    }
}
