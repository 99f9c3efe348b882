package io.github.cookiecharter.maven;

import io.github.cookiecharter.goal.catalogue.CatalogueGoal;
import java.io.File;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lists the known services that a declaration takes with {@code use}, or shows one of them with its sources.
 *
 * @since 0.1.0
 */
@Mojo(name = "catalogue", requiresProject = false, aggregator = true, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the fields
public final class CatalogueMojo extends AbstractMojo {

    /**
     * The name of the service to show; without it, all are listed. Example: {@code -Dcookie-charter.name=matomo}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.name", defaultValue = "")
    private String name;

    @Override
    public void execute() throws MojoFailureException {
        new Console(getLog(), new File("cookies.yaml"), "nothing was listed")
                .show(CatalogueGoal.run(name == null ? "" : name));
    }
}
