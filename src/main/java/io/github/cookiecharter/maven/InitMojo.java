package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.DefaultClassName;
import io.github.cookiecharter.goal.InitGoal;
import io.github.cookiecharter.goal.InitRequest;
import io.github.cookiecharter.output.OutputException;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Writes a first declaration, {@code cookies.yaml}, from what the project's classes, scripts, pages and configuration
 * set: the site from the pom, services and cookies from the code, purposes and lifetimes from the cookies that are widely
 * known. What is uncertain is marked for review. It never overwrites a declaration.
 *
 * @since 0.1.0
 */
@Mojo(name = "init", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
// There is nothing to look at before the classes are compiled.
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class InitMojo extends AbstractMojo {

    /**
     * The declaration that is written. Example:
     * <code>&lt;declaration&gt;${project.basedir}/legal/cookies.yaml&lt;/declaration&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.declaration",
            defaultValue = "${project.basedir}/cookies.yaml",
            required = true)
    private File declaration;

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

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if ("pom".equals(project.getPackaging())) {
            getLog().info("A pom has no code to look at: nothing was written.");
            return;
        }
        try {
            new Console(getLog(), declaration, project.getPackaging(), "nothing was written")
                    .show(InitGoal.run(request()));
        } catch (OutputException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private InitRequest request() {
        ScanParameters parameters = new ScanParameters(project)
                .withoutGenerated(WebRoot.of(webDirectory, project, resourcesDirectory), webPath);
        return new InitRequest(
                project.getBasedir().toPath(),
                declaration.toPath().normalize(),
                reportsDirectory.toPath(),
                Optional.ofNullable(project.getName()).orElse(project.getArtifactId()),
                Optional.ofNullable(project.getUrl()).orElse(""),
                parameters.request(
                        classesDirectories,
                        scanDirectories,
                        scanIncludes,
                        scanExcludes,
                        dependencyIncludes,
                        dependencyExcludes,
                        DefaultClassName.of(project.getGroupId(), project.getArtifactId())));
    }
}
