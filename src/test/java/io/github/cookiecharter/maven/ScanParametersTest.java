package io.github.cookiecharter.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanParametersTest {

    @TempDir
    private Path module;

    @Test
    void aBlankBehindACommaIsNoPartOfAFoldersName() {
        MavenProject project = new MavenProject();
        project.setFile(module.resolve("pom.xml").toFile());
        File base = module.toFile();
        Path elsewhere = module.resolveSibling("elsewhere");

        List<Path> folders = new ScanParameters(project)
                .request(
                        List.of(new File(base, "target/classes")),
                        List.of(
                                new File(base, "src/main/js"),
                                new File(base, " client/src"),
                                new File(base, " " + elsewhere)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        "com.example.Cookies")
                .web();

        assertThat(folders).containsExactly(module.resolve("src/main/js"), module.resolve("client/src"), elsewhere);
    }
}
