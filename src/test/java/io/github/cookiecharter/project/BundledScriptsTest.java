package io.github.cookiecharter.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.tools.ant.BuildException;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.ProjectHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is bundled of npm packages is held to hashes, by npm and by the build's own target {@code hold}. */
class BundledScriptsTest {

    private static final Path BUNDLED = Path.of(System.getProperty("cookie-charter.npm"), "node_modules");

    @TempDir
    Path folder;

    private Path klaro;

    @BeforeEach
    void somebodysBuildFolder() throws IOException {
        for (String each : List.of(
                "vanilla-cookieconsent/LICENSE",
                "vanilla-cookieconsent/dist/cookieconsent.umd.js",
                "vanilla-cookieconsent/dist/cookieconsent.css",
                "klaro/LICENSE",
                "klaro/dist/klaro-no-css.js",
                "klaro/dist/klaro.min.css",
                "tarteaucitronjs/LICENSE",
                "tarteaucitronjs/tarteaucitron.min.js")) {
            Path copy = folder.resolve("npm/node_modules").resolve(each);
            Files.createDirectories(copy.getParent());
            Files.copy(BUNDLED.resolve(each), copy);
        }
        klaro = folder.resolve("npm/node_modules/klaro/dist/klaro-no-css.js");
    }

    @Test
    void whatNpmBroughtIsBundled() {
        assertThatCode(this::bundle).doesNotThrowAnyException();

        assertThat(runtimes().resolve("klaro/klaro-no-css.js")).hasSameBinaryContentAs(klaro);
    }

    @Test
    void aScriptThatChangedSinceFailsTheBuild() throws IOException {
        Files.writeString(klaro, Files.readString(klaro).replaceFirst("Max-Age", "max-age"));

        assertThatThrownBy(this::bundle)
                .isInstanceOf(BuildException.class)
                .hasMessageContaining("src/npm/bundled.sha256")
                .hasMessageContaining("mvn clean");
    }

    @Test
    void aScriptThatIsMissingFailsTheBuild() throws IOException {
        Files.delete(klaro);

        assertThatThrownBy(this::bundle).isInstanceOf(BuildException.class);
    }

    @Test
    void aScriptBesideThemFailsTheBuild() throws IOException {
        Files.createDirectories(runtimes());
        Files.writeString(runtimes().resolve("more.js"), "alert(1)");

        assertThatThrownBy(this::bundle).isInstanceOf(BuildException.class).hasMessageContaining("more.js");
    }

    @Test
    void whatAFormerVersionBundledGoes() throws IOException {
        Files.createDirectories(runtimes().resolve("klaro"));
        Files.writeString(runtimes().resolve("klaro/former.js"), "");

        assertThatCode(this::bundle).doesNotThrowAnyException();

        assertThat(runtimes().resolve("klaro/former.js")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/npm/package-lock.json", "src/npm/browser/package-lock.json"})
    void everyPackageIsHeldToItsHash(String lockFile) throws IOException {
        JsonNode packages =
                new ObjectMapper().readTree(Path.of(lockFile).toFile()).path("packages");

        assertThat(packages.size()).isGreaterThan(3);
        packages.fields().forEachRemaining(each -> {
            if (!each.getKey().isEmpty()) {
                assertThat(each.getValue().path("integrity").asText())
                        .as(each.getKey())
                        .startsWith("sha512-");
                assertThat(each.getValue().has("resolved")).as(each.getKey()).isFalse();
            }
        });
    }

    @Test
    void theVersionsAreExact() throws IOException {
        JsonNode wanted =
                new ObjectMapper().readTree(Path.of("src/npm/package.json").toFile());

        Stream.of("dependencies", "devDependencies")
                .forEach(kind -> wanted.path(kind)
                        .forEach(version -> assertThat(version.asText()).matches("\\d+\\.\\d+\\.\\d+")));
    }

    private Path runtimes() {
        return folder.resolve("runtimes/io/github/cookiecharter/banner");
    }

    private void bundle() {
        Project project = new Project();
        project.init();
        project.setBasedir(Path.of("").toAbsolutePath().toString());
        project.setProperty("npm", folder.resolve("npm").toString());
        project.setProperty("runtimes", runtimes().toString());
        ProjectHelper.configureProject(project, Path.of("src/npm/bundle.xml").toFile());
        project.executeTarget("copy");
        project.executeTarget("hold");
    }
}
