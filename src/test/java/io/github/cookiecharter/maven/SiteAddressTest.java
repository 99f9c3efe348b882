package io.github.cookiecharter.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class SiteAddressTest {

    private static final String FRAMEWORK = "https://framework.example/project";

    @Test
    void theModulesOwnAddressIsTheSites() {
        assertThat(SiteAddress.of(project("https://shop.example", "https://shop.example", true)))
                .isEqualTo("https://shop.example");
    }

    @Test
    void theAddressOfAFrameworksParentIsNot() {
        MavenProject module = project(null, FRAMEWORK + "/shop", true);
        module.setParent(project(FRAMEWORK, FRAMEWORK, false));

        assertThat(SiteAddress.of(module)).isEmpty();
    }

    @Test
    void theAddressOfTheProjectsParentIsTakenAsItStandsThere() {
        MavenProject module = project(null, "https://shop.example/web", true);
        MavenProject parent = project("https://shop.example", "https://shop.example", true);
        module.setParent(parent);
        parent.setParent(project(FRAMEWORK, FRAMEWORK, false));

        assertThat(SiteAddress.of(module)).isEqualTo("https://shop.example");
    }

    private static MavenProject project(String written, String effective, boolean onDisk) {
        Model original = new Model();
        original.setUrl(written);
        MavenProject project = new MavenProject();
        project.setOriginalModel(original);
        project.setUrl(effective);
        if (onDisk) {
            project.setFile(new File("pom.xml").getAbsoluteFile());
        }
        return project;
    }
}
