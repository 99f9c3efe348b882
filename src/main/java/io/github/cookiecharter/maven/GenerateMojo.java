package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.DefaultClassName;
import io.github.cookiecharter.goal.GenerateGoal;
import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.output.OutputException;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Generates the cookie policy, the consent banner and the Java class of the allowed cookie names from the declaration
 * {@code cookies.yaml}.
 *
 * @since 0.1.0
 */
// Nothing of the project's dependencies is needed, so none are resolved; no state is shared between modules.
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class GenerateMojo extends AbstractMojo {

    /**
     * The declaration. Where the default does not exist, the module is skipped with one line; any other path that does
     * not exist is an error. Write it into the pom even where it states the default, since a build cache sees changes
     * of the files that the pom names: <code>&lt;declaration&gt;${project.basedir}/cookies.yaml&lt;/declaration&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.declaration",
            defaultValue = "${project.basedir}/cookies.yaml",
            required = true)
    private File declaration;

    /**
     * The fully qualified name of the constants class. The default is {@code <groupId>.<artifactId>.Cookies}, with
     * {@code _} for each character that Java forbids, before a digit and after a keyword. Example:
     * {@code <className>com.acme.shop.Cookies</className>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.className")
    private String className;

    /**
     * The folder, relative to the web root, under which pages and scripts are served. Example:
     * {@code <webPath>legal/cookies</webPath>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.webPath", defaultValue = "cookie-charter", required = true)
    private String webPath;

    /**
     * What stands before {@code webPath} in the links of {@code head.html} and of the banner: a context path, or
     * another host. Example: {@code <baseUrl>/shop/</baseUrl>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.baseUrl", defaultValue = "/", required = true)
    private String baseUrl;

    /**
     * The web root that the web files go to. The default is
     * <code>${project.build.directory}/${project.build.finalName}</code> for the packaging {@code war}, else
     * {@code META-INF/resources} of the generated resources, from where servlet containers, Spring Boot and Quarkus
     * serve it. Example: <code>&lt;webDirectory&gt;${project.build.outputDirectory}/static&lt;/webDirectory&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.webDirectory")
    private File webDirectory;

    /**
     * The folder of the generated resources, which is added to the project's resources. Example:
     * <code>&lt;resourcesDirectory&gt;${project.build.directory}/generated-resources/legal&lt;/resourcesDirectory&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.resourcesDirectory",
            defaultValue = "${project.build.directory}/generated-resources/cookie-charter",
            required = true)
    private File resourcesDirectory;

    /**
     * The folder of the generated sources, which is added to the project's compile source roots. Example:
     * <code>&lt;sourcesDirectory&gt;${project.build.directory}/generated-sources/legal&lt;/sourcesDirectory&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.sourcesDirectory",
            defaultValue = "${project.build.directory}/generated-sources/cookie-charter",
            required = true)
    private File sourcesDirectory;

    /**
     * A folder of Mustache templates that replace the built-in ones of the same name; none by default. Example:
     * <code>&lt;templatesDirectory&gt;${project.basedir}/src/main/cookie-templates&lt;/templatesDirectory&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.templatesDirectory")
    private File templatesDirectory;

    /**
     * Which artefacts are generated: any of {@code policy}, {@code banner} and {@code constants}; all by default.
     * Example: {@code <artefacts>policy, constants</artefacts>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.artefacts", defaultValue = "policy, banner, constants", required = true)
    private List<String> artefacts;

    /**
     * The folder of previews and reports, which also keeps what a build without changes needs to know. Example:
     * <code>&lt;reportsDirectory&gt;${project.build.directory}/reports/cookies&lt;/reportsDirectory&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.reportsDirectory",
            defaultValue = "${project.build.directory}/cookie-charter",
            required = true)
    private File reportsDirectory;

    /**
     * How grave a finding of the rules must be to fail the build, before anything is written: {@code error},
     * {@code warning} or {@code never}. Example: {@code <failOn>warning</failOn>}.
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
     * Whether nothing is generated; {@code false} by default. Example: {@code -Dcookie-charter.skip}.
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
            GenerateRequest request = request();
            GoalResult result = GenerateGoal.run(request);
            new Console(getLog(), declaration, project.getPackaging(), "nothing was generated").show(result);
            if (result instanceof GoalResult.Done) {
                new ProjectRegistrar(project).register(request, resourcesDirectory.toPath());
            }
        } catch (OutputException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private GenerateRequest request() {
        String name = Optional.ofNullable(className)
                .orElse(DefaultClassName.of(project.getGroupId(), project.getArtifactId()));
        return new GenerateRequest(
                new Executions(project, execution, getPluginContext()).module("generate"),
                declaration.toPath().normalize(),
                name.trim(),
                webPath,
                baseUrl,
                WebRoot.of(webDirectory, project, resourcesDirectory),
                sourcesDirectory.toPath(),
                reportsDirectory.toPath(),
                templatesDirectory == null ? Optional.empty() : Optional.of(templatesDirectory.toPath()),
                artefacts,
                RuleOptions.of(failOn, rules, rulesProperty, BuildRoot.of(project, session)),
                ProjectRegistrar.copies(project, resourcesDirectory));
    }
}
