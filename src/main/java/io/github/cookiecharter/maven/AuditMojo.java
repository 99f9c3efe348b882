package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.audit.AuditGoal;
import io.github.cookiecharter.goal.audit.AuditRequest;
import io.github.cookiecharter.output.OutputException;
import io.github.cookiecharter.output.Outputs;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Visits the running site with a browser, once for each choice that visitors have, and records which cookies and storage it
 * sees. What it sees never fails the build, so that the application can still be stopped; the goal {@code audit-verify} judges
 * it. From the command line, {@code mvn cookie-charter:audit -Dcookie-charter.audit.url=http://shop.localhost:8080/}, it
 * judges at once. The values of cookies are not written.
 *
 * @since 0.1.0
 */
@Mojo(name = "audit", defaultPhase = LifecyclePhase.INTEGRATION_TEST, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class AuditMojo extends AbstractCharterMojo {

    private static final String PREFIX = "cookie-charter.audit.";

    /**
     * What is visited, and how. Each option is a property as well, such as {@code cookie-charter.audit.url}:
     *
     * <ul>
     * <li>{@code url}: where the site runs; required</li>
     * <li>{@code pages}: the paths to visit, with commas between them; {@code /} by default</li>
     * <li>{@code sitemap}: {@code true} for the sitemaps that {@code robots.txt} names, or the path of one; none by default</li>
     * <li>{@code depth}: how many links away from these pages to go; {@code 0} by default</li>
     * <li>{@code maxPages}: how many pages to visit at most; {@code 50} by default</li>
     * <li>{@code robots}: {@code ignore} to visit what {@code robots.txt} forbids on another machine; {@code obey} by
     *     default</li>
     * <li>{@code phases}: what visitors do; {@code before, refuse, accept, categories, withdraw, object, gpc} by default</li>
     * <li>{@code browser}: {@code chromium}, {@code chrome}, {@code edge}, {@code firefox} or the path of a program; the
     *     first that is found by default</li>
     * <li>{@code optional}: {@code true} for a warning only where there is no browser</li>
     * <li>{@code sessions}: how many browsers visit at a time; {@code 1} by default</li>
     * <li>{@code session}: a file with the session of a visitor who is signed in: {@code storageState} of Playwright, or a
     *     cookie file</li>
     * <li>{@code login}: steps that sign a visitor in; values come from properties or the environment</li>
     * <li>{@code banner}: with {@code accept}, {@code refuse}, {@code preferences} and {@code withdraw}, the CSS selectors of
     *     a banner that is not generated</li>
     * <li>{@code settle}: seconds that a page gets after it has loaded; {@code 1} by default</li>
     * <li>{@code delay}: seconds between two loads; {@code 0} on this machine, {@code 1} elsewhere by default</li>
     * <li>{@code timeout}: seconds that a page may take to load, and the site to start; {@code 30} by default</li>
     * <li>{@code evidence}: files that show phases, such as {@code before=visit.har, accept=state.json}: HAR, Playwright's
     *     {@code storageState}, website-evidence-collector's {@code inspection.json}; without {@code url} in place of a
     *     browser, otherwise besides it. Paths are relative to the module; none by default</li>
     * </ul>
     *
     * Example: {@code <audit><url>http://shop.localhost:8080/</url><pages>/, /checkout</pages></audit>}.
     * @since 0.1.0
     */
    @Parameter
    private AuditOptions audit;

    /**
     * Lowest severity of a finding that fails the build: {@code error}, {@code warning} or {@code never}; for an audit from the
     * command line. Example: {@code <failOn>warning</failOn>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.failOn", defaultValue = "error", required = true)
    private String failOn;

    /**
     * Severities by rule id: {@code error}, {@code warning}, {@code note} or {@code off}; for an audit from the command line.
     * Example: {@code <rules><refusal-harder>off</refusal-harder></rules>}.
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

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession mavenSession;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution mojoExecution;

    @Override
    String consequence() {
        return "the site was not visited";
    }

    @Override
    GoalResult run() throws OutputException {
        return AuditGoal.run(new AuditRequest(
                module(skipIfMissing, "generate"),
                declaration(),
                reportsDirectory(),
                rules(failOn, rules, rulesProperty),
                new AuditRequest.Site(options()),
                LocalDate.now(ZoneOffset.UTC).toString(),
                Outputs.FROM_COMMAND_LINE.equals(mojoExecution.getExecutionId()),
                new AuditBuildConsole()));
    }

    // As for every parameter, the pom has precedence over the property.
    private Map<String, String> options() {
        Map<String, String> options = new LinkedHashMap<>();
        for (Properties properties : List.of(
                mavenSession.getSystemProperties(), project().getProperties(), mavenSession.getUserProperties())) {
            for (String key : properties.stringPropertyNames()) {
                if (key.startsWith(PREFIX)) {
                    options.put(key.substring(PREFIX.length()), properties.getProperty(key));
                }
            }
        }
        Optional.ofNullable(audit).ifPresent(element -> options.putAll(element.all()));
        return options;
    }

    /** The build, as the goal speaks with it. */
    private final class AuditBuildConsole implements AuditRequest.AuditConsole {

        @Override
        public void progress(String line) {
            getLog().info("Visiting " + line);
        }

        @Override
        public void warn(String line) {
            getLog().warn(line);
        }

        @Override
        public Optional<String> secret(String source, String name) {
            if (source.equals("env")) {
                return Optional.ofNullable(System.getenv(name));
            }
            return Optional.ofNullable(mavenSession.getUserProperties().getProperty(name))
                    .or(() -> Optional.ofNullable(project().getProperties().getProperty(name)))
                    .or(() -> Optional.ofNullable(
                            mavenSession.getSystemProperties().getProperty(name)));
        }
    }
}
