package io.github.cookiecharter.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.project.MavenProject;

/** The web root of a module, from where its packaging serves files. */
final class WebRoot {

    private WebRoot() {}

    /** Returns the configured folder, or else the default of the packaging. */
    static Path of(File configured, MavenProject project, File resources) {
        if (configured != null) {
            return configured.toPath();
        }
        return "war".equals(project.getPackaging())
                ? Path.of(project.getBuild().getDirectory(), project.getBuild().getFinalName())
                : resources.toPath().resolve("META-INF").resolve("resources");
    }
}
