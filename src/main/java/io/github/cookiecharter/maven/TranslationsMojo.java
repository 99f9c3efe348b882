package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.TranslationsGoal;
import io.github.cookiecharter.goal.TranslationsRequest;
import io.github.cookiecharter.output.OutputException;
import java.io.File;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Lists the texts that the site's languages go without: the declaration's own, and the built-in ones of a language that
 * has none. For each language that misses some it writes {@code translations/cookies.<language>.yaml} below the reports, with
 * the words that take their place for now: translate them, and put the file beside the declaration.
 *
 * @since 0.1.0
 */
@Mojo(name = "translations", threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class TranslationsMojo extends AbstractMojo {

    /**
     * The declaration. Where the default does not exist, the module is skipped with one line; any other path that does
     * not exist is an error. Example: <code>&lt;declaration&gt;${project.basedir}/legal/cookies.yaml&lt;/declaration&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.declaration",
            defaultValue = "${project.basedir}/cookies.yaml",
            required = true)
    private File declaration;

    /**
     * The folder of the reports. Example:
     * <code>&lt;reportsDirectory&gt;${project.build.directory}/reports/cookies&lt;/reportsDirectory&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.reportsDirectory",
            defaultValue = "${project.build.directory}/cookie-charter",
            required = true)
    private File reportsDirectory;

    /**
     * Whether nothing is listed; {@code false} by default. Example: {@code -Dcookie-charter.skip}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, as the parameter skip says.");
            return;
        }
        try {
            new Console(getLog(), declaration, project.getPackaging(), "nothing was listed")
                    .show(TranslationsGoal.run(new TranslationsRequest(
                            project.getBasedir().toPath(),
                            declaration.toPath().normalize(),
                            reportsDirectory.toPath().resolve("translations"))));
        } catch (OutputException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }
}
