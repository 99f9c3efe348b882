package io.github.cookiecharter.maven;

import static org.apache.maven.api.plugin.testing.MojoExtension.getVariableValueFromObject;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

/** How Maven fills the parameters; what they do is tested without Maven. */
@MojoTest
class GenerateMojoTest {

    private static final String PLACE = "/io/github/cookiecharter/maven/";

    @Test
    @Basedir(PLACE + "plain")
    @InjectMojo(goal = "generate", pom = "pom.xml")
    void defaultsAreThoseOfTheModule(GenerateMojo mojo) throws Exception {
        assertThat(GenerateMojoTest.<File>getValue(mojo, "declaration"))
                .isAbsolute()
                .hasName("cookies.yaml")
                .hasParent(new File(getBasedir(mojo)));
        assertThat(GenerateMojoTest.<List<String>>getValue(mojo, "artefacts"))
                .map(String::trim)
                .containsExactly("policy", "banner", "constants");
        assertThat(GenerateMojoTest.<File>getValue(mojo, "resourcesDirectory"))
                .isAbsolute()
                .hasName("cookie-charter");
        assertThat(GenerateMojoTest.<String>getValue(mojo, "baseUrl")).isEqualTo("/");
        assertThat(GenerateMojoTest.<Boolean>getValue(mojo, "skip")).isFalse();
        assertThat(GenerateMojoTest.<String>getValue(mojo, "failOn")).isEqualTo("error");
        assertThat(GenerateMojoTest.<Object>getValue(mojo, "rules")).isNull();
    }

    @Test
    @Basedir(PLACE + "configured")
    @InjectMojo(goal = "lint", pom = "pom.xml")
    void lintReadsTheSameConfiguration(LintMojo mojo) throws Exception {
        assertThat(GenerateMojoTest.<File>getValue(mojo, "declaration")).hasName("cookies.yaml");
        assertThat(GenerateMojoTest.<String>getValue(mojo, "failOn")).isEqualTo("warning");
        assertThat(GenerateMojoTest.<Map<String, String>>getValue(mojo, "rules"))
                .isEqualTo(Map.of("unused", "off", "purpose-vague", "error"));
        mojo.execute();
    }

    @Test
    @Basedir(PLACE + "configured")
    @InjectMojo(goal = "generate", pom = "pom.xml")
    void parametersComeFromThePomAndSkipLeavesTheProjectAlone(GenerateMojo mojo) throws Exception {
        MavenProject project = getValue(mojo, "project");
        assertThat(GenerateMojoTest.<File>getValue(mojo, "declaration"))
                .isEqualTo(new File(getBasedir(mojo), "legal/cookies.yaml"));
        assertThat(GenerateMojoTest.<List<String>>getValue(mojo, "artefacts"))
                .map(String::trim)
                .containsExactly("policy", "constants");
        assertThat(GenerateMojoTest.<Map<String, String>>getValue(mojo, "rules"))
                .isEqualTo(Map.of("unused", "off", "purpose-vague", "error"));
        List<String> roots = List.copyOf(project.getCompileSourceRoots());

        mojo.execute();

        assertThat(project.getCompileSourceRoots()).isEqualTo(roots);
    }

    @Test
    @Basedir(PLACE + "plain")
    @InjectMojo(goal = "check", pom = "pom.xml")
    void checkHasTheParametersOfAllItsParents(CheckMojo mojo) throws Exception {
        assertHasWhatIsScanned(mojo);
        assertThat(GenerateMojoTest.<String>getValue(mojo, "failOn")).isEqualTo("error");
    }

    @Test
    @Basedir(PLACE + "plain")
    @InjectMojo(goal = "init", pom = "pom.xml")
    void initHasTheParametersOfAllItsParents(InitMojo mojo) throws Exception {
        assertHasWhatIsScanned(mojo);
    }

    private static void assertHasWhatIsScanned(Object mojo) throws Exception {
        assertThat(GenerateMojoTest.<File>getValue(mojo, "declaration")).hasName("cookies.yaml");
        assertThat(GenerateMojoTest.<String>getValue(mojo, "webPath")).isEqualTo("cookie-charter");
        assertThat(GenerateMojoTest.<List<File>>getValue(mojo, "scanDirectories"))
                .contains(new File(getBasedir(mojo), "src/main/webapp"));
    }

    private static String getBasedir(Object mojo) throws IllegalAccessException {
        return GenerateMojoTest.<MavenProject>getValue(mojo, "project")
                .getBasedir()
                .getPath();
    }

    private static <T> T getValue(Object mojo, String name) throws IllegalAccessException {
        return getVariableValueFromObject(mojo, name);
    }
}
