package io.github.cookiecharter.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Parameter;

/** The base of the goals that write the site's web files, or exclude them from the scan. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
abstract class AbstractWebMojo extends AbstractCharterMojo {

    /**
     * The folder, relative to the web root, in which pages and scripts are served. Example:
     * {@code <webPath>legal/cookies</webPath>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.webPath", defaultValue = "cookie-charter", required = true)
    private String webPath;

    /**
     * The web root that receives the web files. The default is
     * <code>${project.build.directory}/${project.build.finalName}</code> for the packaging {@code war}, otherwise
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

    final String webPath() {
        return webPath;
    }

    final Path webRoot() {
        return WebRoot.of(webDirectory, project(), resourcesDirectory);
    }

    final File resourcesDirectory() {
        return resourcesDirectory;
    }
}
