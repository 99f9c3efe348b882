package io.github.cookiecharter.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** The root of the whole build, to which reports relate the files that they name. */
final class BuildRoot {

    private BuildRoot() {}

    /**
     * The folder that Maven takes for the root of a build of several modules, where the module lies in it. Without a
     * folder {@code .mvn} that is where Maven was started, be it in the module itself: then the parents above that list
     * it as their module count, so that a report is the same wherever the build was started.
     */
    static Path of(MavenProject project, MavenSession session) {
        Path root = project.getBasedir().toPath();
        File named = session.getRequest().getMultiModuleProjectDirectory();
        if (named != null && root.startsWith(named.toPath())) {
            if (new File(named, ".mvn").isDirectory()) {
                return named.toPath();
            }
            root = named.toPath();
        }
        MavenProject module = project;
        MavenProject parent = project.getParent();
        while (parent != null && lists(parent, module)) {
            Path folder = parent.getBasedir().toPath();
            root = root.startsWith(folder) ? folder : root;
            module = parent;
            parent = parent.getParent();
        }
        return root;
    }

    // A module is named by its folder or by its pom.
    private static boolean lists(MavenProject parent, MavenProject module) {
        if (parent.getBasedir() == null) {
            return false;
        }
        for (String name : parent.getModel().getModules()) {
            Path named = parent.getBasedir().toPath().resolve(name).normalize();
            if (named.equals(module.getBasedir().toPath())
                    || named.equals(module.getFile().toPath())) {
                return true;
            }
        }
        return false;
    }
}
