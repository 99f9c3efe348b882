package io.github.cookiecharter.project;

import static io.github.cookiecharter.project.Pom.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** CONTRIBUTING.md gives a reason for each dependency, and the pom has what Maven Central asks for. */
class DependenciesTest {

    private static final Path CONTRIBUTING = Path.of("CONTRIBUTING.md");

    private Pom pom;

    @BeforeEach
    void read() throws Exception {
        pom = Pom.read();
    }

    @ParameterizedTest
    @CsvSource({"compile,| in the jar |", "provided,| provided by Maven |", "test,| in the tests |"})
    void everyDependencyHasItsReason(String scope, String header) throws Exception {
        Set<String> used = new TreeSet<>();
        for (Element dependency : pom.at("dependencies", "dependency")) {
            if (text(dependency, "scope", "compile").equals(scope)) {
                used.add(text(dependency, "artifactId", ""));
            }
        }

        assertReasons(MarkdownTable.of(CONTRIBUTING, header), used);
    }

    @Test
    void everyPluginAndWhatItBringsHasItsReason() throws Exception {
        Set<String> used = new TreeSet<>();
        for (Element plugin : pom.anywhere("plugin")) {
            used.add(text(plugin, "artifactId", ""));
            Pom.children(plugin, "dependencies").stream()
                    .flatMap(all -> Pom.children(all, "dependency").stream())
                    .forEach(dependency -> used.add(text(dependency, "artifactId", "")));
        }
        pom.anywhere("annotationProcessorPaths").stream()
                .flatMap(all -> Pom.children(all, "path").stream())
                .forEach(path -> used.add(text(path, "artifactId", "")));

        assertReasons(MarkdownTable.of(CONTRIBUTING, "| in the build |"), used);
    }

    @Test
    void everyToolFromNpmHasItsReason() throws Exception {
        Set<String> used = new TreeSet<>();
        new ObjectMapper()
                .readTree(Path.of("src/npm/package.json").toFile())
                .path("devDependencies")
                .fieldNames()
                .forEachRemaining(used::add);

        assertReasons(MarkdownTable.of(CONTRIBUTING, "| npm package |"), used);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "description",
                "url",
                "licenses/license/name",
                "licenses/license/url",
                "developers/developer/name",
                "developers/developer/organizationUrl",
                "scm/connection",
                "scm/developerConnection",
                "scm/url",
                "issueManagement/url"
            })
    void thePomHasWhatMavenCentralAsksFor(String path) {
        assertThat(pom.at(path.split("/")))
                .singleElement()
                .satisfies(element -> assertThat(element.getTextContent()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maven-source-plugin",
                "maven-javadoc-plugin",
                "cyclonedx-maven-plugin",
                "maven-gpg-plugin",
                "central-publishing-maven-plugin"
            })
    void theProfileThatReleasesMakesIt(String artifact) {
        assertThat(pom.at("profiles", "profile"))
                .filteredOn(profile -> text(profile, "id", "").equals("release"))
                .flatMap(profile -> new Pom(profile).at("build", "plugins", "plugin"))
                .extracting(plugin -> text(plugin, "artifactId", ""))
                .contains(artifact);
    }

    // The published pom names none of what is in the jar, but each user's Maven reads it.
    @Test
    void nothingIsInheritedOrImported() {
        assertThat(pom.at("parent")).isEmpty();
        assertThat(pom.at("dependencyManagement")).isEmpty();
    }

    private static void assertReasons(Map<String, String> stated, Set<String> used) {
        assertThat(stated.keySet()).containsExactlyInAnyOrderElementsOf(used);
        assertThat(stated).allSatisfy((name, reason) -> assertThat(reason).hasSizeGreaterThan(10));
    }
}
