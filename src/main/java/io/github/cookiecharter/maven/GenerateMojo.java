package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.GenerateGoal;
import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.output.OutputException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Generates the cookie policy, the consent banner and the Java class of the allowed cookie names from the declaration
 * {@code cookies.yaml}.
 *
 * @since 0.1.0
 */
// The goal needs no dependencies of the project, so none are resolved; modules share no state.
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class GenerateMojo extends AbstractWebMojo {

    /**
     * The fully qualified name of the constants class. The default is {@code <groupId>.<artifactId>.Cookies}, with
     * {@code _} for each character that Java forbids, before a digit and after a keyword. Example:
     * {@code <className>com.acme.shop.Cookies</className>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.className")
    private String className;

    /**
     * Prefix of {@code webPath} in the links of {@code head.html} and of the banner: a context path, or another host.
     * Example: {@code <baseUrl>/shop/</baseUrl>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.baseUrl", defaultValue = "/", required = true)
    private String baseUrl;

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
     * A folder of Mustache templates that replace built-in ones of the same name; none by default. Example:
     * <code>&lt;templatesDirectory&gt;${project.basedir}/src/main/cookie-templates&lt;/templatesDirectory&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.templatesDirectory")
    private File templatesDirectory;

    /**
     * The artefacts to generate: any of {@code policy}, {@code banner} and {@code constants}, which are the default,
     * and of {@code markdown} (the policy as Markdown), {@code csv} (a table of all cookies for spreadsheets) and
     * {@code device-storage} (the device storage disclosure of IAB Tech Lab).
     * Example: {@code <artefacts>policy, constants</artefacts>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.artefacts", defaultValue = "policy, banner, constants", required = true)
    private List<String> artefacts;

    /**
     * Lowest severity of a finding that fails the build, before anything is written: {@code error}, {@code warning} or
     * {@code never}. Example: {@code <failOn>warning</failOn>}.
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
        return "nothing was generated";
    }

    @Override
    GoalResult run() throws OutputException {
        GenerateRequest request = request();
        GoalResult result = GenerateGoal.run(request);
        if (result instanceof GoalResult.Done) {
            new ProjectRegistrar(project())
                    .register(request, resourcesDirectory().toPath());
        }
        return result;
    }

    private GenerateRequest request() {
        Optional<Path> templates =
                templatesDirectory == null ? Optional.empty() : Optional.of(templatesDirectory.toPath());
        return new GenerateRequest(
                module(skipIfMissing, "generate"),
                declaration(),
                rules(failOn, rules, rulesProperty, server),
                new GenerateRequest.ArtefactChoice(artefacts, className(className), templates),
                new GenerateRequest.ServedAddress(webPath(), baseUrl),
                new GenerateRequest.OutputDirectories(
                        webRoot(),
                        sourcesDirectory.toPath(),
                        reportsDirectory(),
                        ProjectRegistrar.copies(project(), resourcesDirectory())));
    }
}
