package io.github.cookiecharter.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.project.MavenProject;

/** The web root of a module, from where its packaging serves files. */
final class WebRoot {

    private WebRoot() {}

    /** The folder that the build names, or else the one that suits the packaging. */
    static Path of(File named, MavenProject project, File resources) {
        if (named != null) {
            return named.toPath();
        }
        return "war".equals(project.getPackaging())
                ? Path.of(project.getBuild().getDirectory(), project.getBuild().getFinalName())
                : resources.toPath().resolve("META-INF").resolve("resources");
    }
}
