package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.history.ChangesGoal;
import io.github.cookiecharter.goal.history.ChangesRequest;
import io.github.cookiecharter.output.OutputException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Says what changed since an earlier charter, for developers, for the data protection officer and for visitors, and whether
 * visitors are asked again and why: in the console, and in {@code changes.html} and {@code changes.md}.
 *
 * @since 0.1.0
 */
@Mojo(name = "changes", threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class ChangesMojo extends AbstractCharterMojo {

    private static final Pattern COORDINATES = Pattern.compile("[\\w.-]+:[\\w.-]+(?::[\\w.-]+)?:[\\w.-]+");

    /**
     * What the charter is compared with: the path of a {@code charter.json}, of a recorded charter, or of a jar or war; or a
     * released artifact as {@code groupId:artifactId:version}, or {@code groupId:artifactId:type:version}, which is resolved
     * from the project's repositories. By default it is the charter that {@code record} recorded last. Example:
     * {@code -Dcookie-charter.since=com.acme:shop:1.4.0}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.since")
    private String since;

    /**
     * The change that fails the build: {@code never}, {@code reask} if visitors are asked again, or {@code any}. Example:
     * {@code -Dcookie-charter.failOnChange=reask}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.failOnChange", defaultValue = "never", required = true)
    private String failOnChange;

    /**
     * Skips a module without the declaration, with one line, whatever its path; {@code false} by default. Example:
     * {@code <skipIfMissing>true</skipIfMissing>} in the pom of a parent.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.skipIfMissing", defaultValue = "false")
    private boolean skipIfMissing;

    @Inject
    private RepositorySystem repositories;

    @Override
    String consequence() {
        return "nothing was compared";
    }

    @Override
    GoalResult run() throws OutputException {
        return ChangesGoal.run(new ChangesRequest(
                module(skipIfMissing, "generate"), declaration(), reportsDirectory(), since(), failOnChange));
    }

    private Optional<ChangesRequest.Since> since() throws OutputException {
        if (since == null) {
            return Optional.empty();
        }
        String label = since.trim();
        // A path on Windows has a colon too, but neither two nor three of them.
        boolean isArtifact = COORDINATES.matcher(label).matches();
        return Optional.of(new ChangesRequest.Since(label, isArtifact ? resolve(label) : folder().resolve(label)));
    }

    private Path resolve(String label) throws OutputException {
        String[] parts = label.split(":");
        String type = parts.length == 4 ? parts[2] : "war".equals(project().getPackaging()) ? "war" : "jar";
        DefaultArtifact artifact = new DefaultArtifact(parts[0], parts[1], type, parts[parts.length - 1]);
        try {
            return repositories
                    .resolveArtifact(
                            session().getRepositorySession(),
                            new ArtifactRequest(artifact, project().getRemoteProjectRepositories(), null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new OutputException(
                    "the artifact " + artifact
                            + " cannot be resolved: check the coordinates in the parameter since, and the"
                            + " project's repositories",
                    e);
        }
    }
}
