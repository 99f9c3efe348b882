package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.CheckGoal;
import io.github.cookiecharter.goal.CheckRequest;
import io.github.cookiecharter.goal.DefaultClassName;
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
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Holds the declaration {@code cookies.yaml} against the project's own classes, scripts, pages and configuration, and
 * against its dependencies: what they set and nobody declared fails the build, with the place of each. The reports
 * {@code check.html}, {@code check.sarif} and {@code evidence.json} tell all of it, and {@code undeclared.yaml} has
 * entries to paste.
 *
 * @since 0.1.0
 */
// Names are followed through the whole class path, that of the container included.
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class CheckMojo extends AbstractMojo {

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
     * Folders and archives with the project's own classes and resources. Example:
     * <code>&lt;classesDirectories&gt;&lt;directory&gt;${project.build.outputDirectory}&lt;/directory&gt;&lt;/classesDirectories&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.classesDirectories",
            defaultValue = "${project.build.outputDirectory}",
            required = true)
    private List<File> classesDirectories;

    /**
     * Further folders with the project's own scripts, pages and configuration; one that does not exist is passed over.
     * Example: {@code <scanDirectories>src/main/webapp, client/src</scanDirectories>}.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.scanDirectories",
            defaultValue = "src/main/webapp, src/main/frontend, src/main/js, src/main/javascript, src/main/ts, "
                    + "src/main/typescript, src/main/webui, src/main/client, frontend/src, client/src, webapp/src",
            required = true)
    private List<File> scanDirectories;

    /**
     * Patterns of the files and classes that are looked at, relative to the module's folder or to the root of a
     * dependency's archive; everything by default. Example: {@code <scanIncludes>src/main/**, com/acme/**</scanIncludes>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.scanIncludes")
    private List<String> scanIncludes;

    /**
     * Patterns of the files and classes that are left out. Example:
     * {@code <scanExcludes>src/main/webapp/vendor/**, com/acme/legacy/**</scanExcludes>}.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.scanExcludes",
            defaultValue = "**/node_modules/**, **/*.test.*, **/*.spec.*, **/__tests__/**")
    private List<String> scanExcludes;

    /**
     * Patterns, {@code groupId:artifactId}, of the dependencies of which it is reported what they set; all by default.
     * Example: {@code <dependencyIncludes>com.acme*:*</dependencyIncludes>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.dependencyIncludes")
    private List<String> dependencyIncludes;

    /**
     * Patterns, {@code groupId:artifactId}, of the dependencies of which it is not reported what they set. Example:
     * {@code <dependencyExcludes>org.webjars:swagger-ui</dependencyExcludes>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.dependencyExcludes")
    private List<String> dependencyExcludes;

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
            new Console(getLog(), declaration, project.getPackaging(), "the code was not looked at")
                    .show(CheckGoal.run(request()));
        } catch (OutputException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private CheckRequest request() {
        String name = Optional.ofNullable(className)
                .orElse(DefaultClassName.of(project.getGroupId(), project.getArtifactId()))
                .trim();
        ScanParameters parameters = new ScanParameters(project)
                .withoutGenerated(WebRoot.of(webDirectory, project, resourcesDirectory), webPath);
        return new CheckRequest(
                new Executions(project, execution, getPluginContext()).module("generate"),
                declaration.toPath().normalize(),
                name,
                reportsDirectory.toPath(),
                RuleOptions.of(failOn, rules, rulesProperty, BuildRoot.of(project, session)),
                parameters.sources(),
                parameters.request(
                        classesDirectories,
                        scanDirectories,
                        scanIncludes,
                        scanExcludes,
                        dependencyIncludes,
                        dependencyExcludes,
                        name));
    }
}
