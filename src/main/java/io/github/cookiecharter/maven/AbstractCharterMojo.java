package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.DefaultClassName;
import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.RuleParameters;
import io.github.cookiecharter.goal.part.DependencyParts;
import io.github.cookiecharter.output.OutputException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** The base of all goals: common parameters, the Maven project and session, and the display of a result. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
abstract class AbstractCharterMojo extends AbstractMojo {

    /**
     * The declaration, which {@code init} writes and the other goals read. If the default file does not exist, the plugin
     * skips the module; any other path that does not exist is an error, except in a module with packaging {@code pom} and
     * with {@code skipIfMissing}. Write the parameter into the pom even if it has the
     * default value, since a build cache detects changes of files that the pom names:
     * <code>&lt;declaration&gt;${project.basedir}/cookies.yaml&lt;/declaration&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.declaration",
            defaultValue = "${project.basedir}/cookies.yaml",
            required = true)
    private File declaration;

    /**
     * The folder of previews and reports, which also contains the plugin's state. Example:
     * <code>&lt;reportsDirectory&gt;${project.build.directory}/reports/cookies&lt;/reportsDirectory&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.reportsDirectory",
            defaultValue = "${project.build.directory}/cookie-charter",
            required = true)
    private File reportsDirectory;

    /**
     * Skips the goal; {@code false} by default. Example: {@code -Dcookie-charter.skip}.
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

    @Inject
    private Provider<RepositorySystem> repositories;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        Optional<String> reason = skip ? Optional.of("Skipped (cookie-charter.skip=true).") : reasonToSkip();
        if (reason.isPresent()) {
            getLog().info(reason.get());
            return;
        }
        try {
            new Console(getLog(), declaration, consequence()).show(run());
        } catch (OutputException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            // Without the cause, whose stack trace would say nothing about what to do.
            throw new MojoExecutionException(outOfMemory());
        }
    }

    private static String outOfMemory() {
        long megabytes = Runtime.getRuntime().maxMemory() / (1024 * 1024);
        return "the heap of " + megabytes + " MB is too small for this build: start Maven with a larger one, such as"
                + " MAVEN_OPTS=-Xmx2g, or shorten the declaration";
    }

    /** Returns the line to log instead of running; empty if the goal runs. */
    Optional<String> reasonToSkip() {
        return Optional.empty();
    }

    /** Returns the consequence of errors in the declaration, for the message, such as {@code nothing was generated}. */
    abstract String consequence();

    /** Runs the goal. */
    abstract GoalResult run() throws OutputException;

    final MavenProject project() {
        return project;
    }

    final MavenSession session() {
        return session;
    }

    /** Returns the module's folder, absolute. */
    final Path folder() {
        return project.getBasedir().toPath();
    }

    /** Returns the user's Maven repository, if the build has one. */
    final Optional<Path> repository() {
        return Optional.ofNullable(session.getRequest().getLocalRepositoryPath())
                .map(File::toPath);
    }

    final Path declaration() {
        return declaration.toPath().normalize();
    }

    final Path reportsDirectory() {
        return reportsDirectory.toPath();
    }

    /** Returns the module with its executions of these goals, each of which has its own reports. */
    final GenerateRequest.Module module(boolean skipIfMissing, String... goals) {
        return new Executions(project, execution, getPluginContext())
                .module(isDeclarationOptional(skipIfMissing), dependencies(), goals);
    }

    /** Returns the id of an execution of a goal that gives one of these parameters another value than this execution does. */
    final Optional<String> otherConfiguration(List<String> parameters, String goal) {
        return new Executions(project, execution, getPluginContext()).otherConfiguration(parameters, goal);
    }

    /** Returns whether the module may lack its declaration: parents and aggregators configure the plugin for others. */
    final boolean isDeclarationOptional(boolean skipIfMissing) {
        return skipIfMissing || "pom".equals(project.getPackaging());
    }

    /** Returns what resolves the dependencies that the declaration includes. */
    final DependencyParts dependencies() {
        return new ModuleDependencies(project, session, repositories);
    }

    /** Returns the root of the whole build. */
    final Path buildRoot() {
        return BuildRoot.of(project, session);
    }

    /** Returns the parameters about the rules. */
    final RuleParameters rules(String failOn, Map<String, String> rules, String property) {
        return rules(failOn, rules, property, List.of());
    }

    /** Returns the parameters about the rules, in a build with guards. */
    final RuleParameters rules(String failOn, Map<String, String> rules, String property, List<String> servers) {
        return RuleOptions.of(failOn, rules, property, buildRoot(), servers);
    }

    /** Returns the name of the constants class: the configured one, or else the default. */
    final String className(String configured) {
        return Optional.ofNullable(configured)
                .orElse(DefaultClassName.of(project.getGroupId(), project.getArtifactId()))
                .trim();
    }
}
