package io.github.cookiecharter.maven;

import java.io.File;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Finds the root of the whole build, to which the file names in reports are relative. */
final class BuildRoot {

    private BuildRoot() {}

    /**
     * Returns Maven's root of a multi-module build if the module lies in it. Without a folder {@code .mvn}, Maven takes the
     * folder in which it was started, which may be the module itself. The root is then the topmost parent whose chain of
     * modules leads to this one, so that a report is the same wherever the build was started.
     */
    static Path of(MavenProject project, MavenSession session) {
        Path root = project.getBasedir().toPath();
        File configuredRoot = session.getRequest().getMultiModuleProjectDirectory();
        if (configuredRoot != null && root.startsWith(configuredRoot.toPath())) {
            if (new File(configuredRoot, ".mvn").isDirectory()) {
                return configuredRoot.toPath();
            }
            root = configuredRoot.toPath();
        }
        MavenProject module = project;
        MavenProject parent = project.getParent();
        while (parent != null && isModuleOf(parent, module)) {
            Path folder = parent.getBasedir().toPath();
            root = root.startsWith(folder) ? folder : root;
            module = parent;
            parent = parent.getParent();
        }
        return root;
    }

    // A module is named by its folder or by its pom.
    private static boolean isModuleOf(MavenProject parent, MavenProject module) {
        if (parent.getBasedir() == null) {
            return false;
        }
        for (String name : parent.getModel().getModules()) {
            Path path = parent.getBasedir().toPath().resolve(name).normalize();
            if (path.equals(module.getBasedir().toPath())
                    || path.equals(module.getFile().toPath())) {
                return true;
            }
        }
        return false;
    }
}
