package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.GenerateRequest;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.history.RecordGoal;
import io.github.cookiecharter.goal.history.RecordRequest;
import io.github.cookiecharter.output.OutputException;
import java.io.File;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Records what visitors are shown from now on: writes all web files of the charter, with a manifest of their hashes, into a zip
 * file in the folder {@code cookies.history} beside the declaration. Run it once a release and commit the file. With the
 * parameter {@code find} the goal leads back from an entry of the consent log to the recorded charter.
 *
 * @since 0.1.0
 */
@Mojo(name = "record", threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class RecordMojo extends AbstractWebMojo {

    /**
     * Prefix of {@code webPath} in the links of {@code head.html} and of the banner, as for {@code generate}. Example:
     * {@code <baseUrl>/shop/</baseUrl>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.baseUrl", defaultValue = "/", required = true)
    private String baseUrl;

    /**
     * A folder of Mustache templates that replace built-in ones, as for {@code generate}. Example:
     * <code>&lt;templatesDirectory&gt;${project.basedir}/src/main/cookie-templates&lt;/templatesDirectory&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.templatesDirectory")
    private File templatesDirectory;

    /**
     * The artefacts that {@code generate} writes; those that are web files are recorded. Example:
     * {@code <artefacts>policy, banner, markdown</artefacts>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.artefacts", defaultValue = "policy, banner, constants", required = true)
    private List<String> artefacts;

    /**
     * The hash of the charter in an entry of the consent log, or at least its first eight digits: the goal names the recorded
     * charter with this hash, and records nothing. Example: {@code -Dcookie-charter.find=44136fa3}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.find")
    private String find;

    /**
     * With {@code find}, the language of the page to unpack below the reports, with all files that belong to it. Example:
     * {@code -Dcookie-charter.page=fr}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.page")
    private String page;

    /**
     * Skips a module without the declaration, with one line, whatever its path; {@code false} by default. Example:
     * {@code <skipIfMissing>true</skipIfMissing>} in the pom of a parent.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.skipIfMissing", defaultValue = "false")
    private boolean skipIfMissing;

    @Override
    String consequence() {
        return "nothing was recorded";
    }

    @Override
    GoalResult run() throws OutputException {
        otherConfiguration(List.of("baseUrl", "webPath", "templatesDirectory", "artefacts", "declaration"), "generate")
                .ifPresent(id -> getLog().warn("the execution '" + id
                        + "' of generate has a configuration of its own: run" + " cookie-charter:record@" + id
                        + ", so that the files that it generates are recorded"));
        Optional<Path> templates =
                templatesDirectory == null ? Optional.empty() : Optional.of(templatesDirectory.toPath());
        return RecordGoal.run(new RecordRequest(
                new GenerateRequest(
                        module(skipIfMissing, "generate"),
                        declaration(),
                        rules("never", Map.of(), ""),
                        new GenerateRequest.ArtefactChoice(artefacts, "", templates),
                        new GenerateRequest.ServedAddress(webPath(), baseUrl),
                        new GenerateRequest.OutputDirectories(
                                webRoot(), reportsDirectory(), reportsDirectory(), Optional.empty())),
                LocalDate.now(ZoneOffset.UTC),
                Optional.ofNullable(find),
                Optional.ofNullable(page)));
    }
}
