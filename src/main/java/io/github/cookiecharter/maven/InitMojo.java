package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.DefaultClassName;
import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.InitGoal;
import io.github.cookiecharter.goal.InitRequest;
import io.github.cookiecharter.output.OutputException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Writes a first declaration, {@code cookies.yaml}, from the cookies that the project's classes, scripts, pages and
 * configuration set: the site from the pom, services and cookies from the code, purposes and lifetimes from a list of
 * widely known cookies; or from files of other tools. Uncertain values are marked for review. It never overwrites a
 * declaration.
 *
 * @since 0.1.0
 */
@Mojo(name = "init", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME, threadSafe = true)
// The scan needs compiled classes.
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class InitMojo extends AbstractScanMojo {

    /**
     * Files of other tools to write the declaration from in place of the code, with commas between them: HAR 1.2, Playwright's
     * {@code storageState}, website-evidence-collector's {@code inspection.json}, cookies of Puppeteer, WebDriver and browser
     * extensions as JSON, {@code cookies.txt}, tables of cookies as CSV or JSON, IAB's device storage disclosure,
     * configurations of klaro, vanilla-cookieconsent and tarteaucitron as JSON, and this plugin's {@code evidence.json},
     * {@code cookies.csv} and {@code charter.json}. Their format is recognised by their content. Values of cookies are not
     * read. Example: {@code -Dcookie-charter.from=visit.har,cookies.csv}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.from")
    private List<File> from;

    @Override
    Optional<String> reasonToSkip() {
        return files().isEmpty() && "pom".equals(project().getPackaging())
                ? Optional.of("This module has packaging pom and contains no code: nothing was written.")
                : Optional.empty();
    }

    @Override
    String consequence() {
        return "nothing was written";
    }

    @Override
    GoalResult run() throws OutputException {
        MavenProject project = project();
        return InitGoal.run(new InitRequest(
                folder(),
                declaration(),
                reportsDirectory(),
                Optional.ofNullable(project.getName()).orElse(project.getArtifactId()),
                SiteAddress.of(project),
                scan(DefaultClassName.of(project.getGroupId(), project.getArtifactId())),
                files()));
    }

    private List<Path> files() {
        return Optional.ofNullable(from).orElse(List.of()).stream()
                .map(File::toPath)
                .toList();
    }
}
