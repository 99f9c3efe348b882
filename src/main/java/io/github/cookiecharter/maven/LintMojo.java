package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.LintGoal;
import io.github.cookiecharter.goal.LintRequest;
import io.github.cookiecharter.output.OutputException;
import java.io.File;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Holds the declaration {@code cookies.yaml} against the rules of law, browsers and consistency, and writes what they
 * find into {@code findings.html} and {@code findings.sarif}. The goal {@code generate} does the same before it
 * generates; this one needs nothing but the file, so it suits an editor's hook or the first step of a pipeline.
 *
 * @since 0.1.0
 */
// The declaration is there before anything is compiled, and nothing of the project's dependencies is needed.
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class LintMojo extends AbstractMojo {

    /**
     * The declaration. Where the default does not exist, the module is skipped with one line; any other path that does
     * not exist is an error. Example: <code>&lt;declaration&gt;${project.basedir}/legal/cookies.yaml&lt;/declaration&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.declaration",
            defaultValue = "${project.basedir}/cookies.yaml",
            required = true)
    private File declaration;

    /**
     * The folder of the reports. Example:
     * <code>&lt;reportsDirectory&gt;${project.build.directory}/reports/cookies&lt;/reportsDirectory&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.reportsDirectory",
            defaultValue = "${project.build.directory}/cookie-charter",
            required = true)
    private File reportsDirectory;

    /**
     * How grave a finding of the rules must be to fail the build: {@code error}, {@code warning} or
     * {@code never}. Example: {@code <failOn>warning</failOn>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.failOn", defaultValue = "error", required = true)
    private String failOn;

    /**
     * Severities by the ids of rules: {@code error}, {@code warning}, {@code note} or {@code off}. Example:
     * {@code <rules><unused>off</unused></rules>}, or {@code -Dcookie-charter.rules=unused=off,purpose-vague=error}.
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> rules;

    // Maven makes no map of a property.
    @Parameter(defaultValue = "${cookie-charter.rules}", readonly = true)
    private String rulesProperty;

    /**
     * Whether nothing is checked; {@code false} by default. Example: {@code -Dcookie-charter.skip}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, as the parameter skip says.");
            return;
        }
        try {
            // Both goals share a configuration, and where a module has several of it, each has its own reports.
            LintRequest request = new LintRequest(
                    new Executions(project, execution, getPluginContext()).module("generate", "lint"),
                    declaration.toPath().normalize(),
                    reportsDirectory.toPath(),
                    RuleOptions.of(failOn, rules, rulesProperty, BuildRoot.of(project, session)));
            new Console(getLog(), declaration, project.getPackaging(), "the rules were not run")
                    .show(LintGoal.run(request));
        } catch (OutputException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
