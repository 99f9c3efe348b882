package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.LintGoal;
import io.github.cookiecharter.goal.LintRequest;
import io.github.cookiecharter.output.OutputException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks the declaration {@code cookies.yaml} against laws, browsers and consistency, and writes the findings into
 * {@code findings.html} and {@code findings.sarif}. A note says when what the plugin knows of a jurisdiction's law is older
 * than a year. The goal {@code generate} does the same before it generates; this one
 * needs only the file, so it suits an editor's hook or the first step of a pipeline.
 *
 * @since 0.1.0
 */
// The declaration exists before anything is compiled, and the goal needs no dependencies of the project.
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class LintMojo extends AbstractCharterMojo {

    /**
     * Lowest severity of a finding that fails the build: {@code error}, {@code warning} or {@code never}.
     * Example: {@code <failOn>warning</failOn>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.failOn", defaultValue = "error", required = true)
    private String failOn;

    /**
     * Severities by rule id: {@code error}, {@code warning}, {@code note} or {@code off}. Example:
     * {@code <rules><unused>off</unused></rules>}, or {@code -Dcookie-charter.rules=unused=off,purpose-vague=error}.
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

    /**
     * The servers for which a guard is generated beside the constants class: {@code servlet}, {@code servlet-javax},
     * {@code rest}, {@code quarkus} and {@code webflux}. A guard holds back cookies that are not declared or not allowed,
     * and deletes what the visitor withdrew. None by default. Example: {@code <server>servlet</server>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.server")
    private List<String> server;

    @Override
    String consequence() {
        return "the rules were not run";
    }

    @Override
    GoalResult run() throws OutputException {
        // 'generate' and 'lint' share their configuration; with several executions, each has its own reports.
        return LintGoal.run(new LintRequest(
                module(skipIfMissing, "generate", "lint"),
                declaration(),
                reportsDirectory(),
                rules(failOn, rules, rulesProperty, server),
                LocalDate.now(ZoneOffset.UTC)));
    }
}
