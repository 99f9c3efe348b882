package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.GoalResult;
import io.github.cookiecharter.goal.PagesGoal;
import io.github.cookiecharter.goal.PagesRequest;
import io.github.cookiecharter.output.OutputException;
import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Inserts the tags of {@code head.html} into pages that are files, after the comment
 * {@code <!-- cookie-charter:head -->}. It runs after the build has copied the pages, and changes the copies alone.
 *
 * @since 0.1.0
 */
@Mojo(name = "pages", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class PagesMojo extends AbstractWebMojo {

    /**
     * The folders of the built pages; the goal reads their {@code .html} and {@code .htm} files, and those of the folders in
     * them. Example:
     * <code>&lt;pages&gt;&lt;folder&gt;${project.build.outputDirectory}/static&lt;/folder&gt;&lt;/pages&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.pages")
    private List<File> pages;

    /**
     * Skips a module without the declaration, with one line, whatever its path; {@code false} by default. Example:
     * {@code <skipIfMissing>true</skipIfMissing>} in the pom of a parent.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.skipIfMissing", defaultValue = "false")
    private boolean skipIfMissing;

    @Override
    String consequence() {
        return "no page was changed";
    }

    @Override
    GoalResult run() throws OutputException {
        List<File> folders = pages == null ? List.of() : pages;
        return PagesGoal.run(new PagesRequest(
                folder(),
                declaration(),
                isDeclarationOptional(skipIfMissing),
                webRoot(),
                webPath(),
                folders.stream().map(folder -> folder.toPath().normalize()).toList()));
    }
}
