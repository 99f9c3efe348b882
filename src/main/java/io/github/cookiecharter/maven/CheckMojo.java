package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.CheckGoal;
import io.github.cookiecharter.goal.CheckRequest;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.output.OutputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compares the declaration {@code cookies.yaml} with the cookies that the project's own classes, scripts, pages and
 * configuration, and its dependencies, set. Undeclared cookies in own code fail the build; each message names the place.
 * The reports {@code check.html}, {@code check.sarif} and {@code evidence.json} contain all findings and evidence, and
 * {@code undeclared.yaml} contains entries to paste.
 *
 * @since 0.1.0
 */
// The scan follows names through the whole class path, including the container's.
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.PROCESS_CLASSES,
        requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME,
        threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class CheckMojo extends AbstractScanMojo {

    /**
     * The fully qualified name of the constants class. The default is {@code <groupId>.<artifactId>.Cookies}, with
     * {@code _} for each character that Java forbids, before a digit and after a keyword. Example:
     * {@code <className>com.acme.shop.Cookies</className>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.className")
    private String className;

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
     * Whether an index of the dependencies is kept between builds, in {@code .cache/cookie-charter} of the user's Maven
     * repository: {@code on} or {@code off}. It contains what the dependencies set and which names they read; it never
     * changes the findings, and it may be deleted at any time. Example: {@code -Dcookie-charter.index=off}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.index", defaultValue = "on", required = true)
    private String index;

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
        return "the code was not checked";
    }

    @Override
    GoalResult run() throws OutputException {
        String name = className(className);
        return CheckGoal.run(new CheckRequest(
                module(skipIfMissing, "generate"),
                declaration(),
                reportsDirectory(),
                rules(failOn, rules, rulesProperty, server),
                new CheckRequest.Code(scan(name), name, sourceRoots(), index())));
    }

    private CheckRequest.LibraryIndex index() {
        return new CheckRequest.LibraryIndex(index, repository().map(Path::toAbsolutePath), getLog()::debug);
    }
}
