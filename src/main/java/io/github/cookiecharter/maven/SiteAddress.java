package io.github.cookiecharter.maven;

import java.util.Optional;
import org.apache.maven.project.MavenProject;

/** The address that the project's own poms state. */
final class SiteAddress {

    private SiteAddress() {}

    /**
     * Returns the {@code url} of the module's pom or of the nearest parent on disk that has one; empty if there is none. A
     * parent from a repository, such as that of a framework, has the address of another site, to which Maven appends the
     * module's name.
     */
    static String of(MavenProject project) {
        MavenProject each = project;
        while (each != null && each.getFile() != null) {
            if (each.getOriginalModel().getUrl() != null) {
                return Optional.ofNullable(each.getUrl()).orElse("");
            }
            each = each.getParent();
        }
        return "";
    }
}
