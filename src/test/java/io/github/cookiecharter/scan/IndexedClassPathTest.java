package io.github.cookiecharter.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.model.Dependency;
import io.github.cookiecharter.scan.model.IndexLocation;
import io.github.cookiecharter.scan.model.PathFilter;
import io.github.cookiecharter.scan.model.ScanRequest;
import io.github.cookiecharter.scan.model.ScanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever an earlier scan of a real class path has kept, a scan finds what one without an index finds. */
class IndexedClassPathTest {

    /** Two frameworks with their configuration, and two containers, each of which looks for classes of the others. */
    private static final List<String> ARCHIVES = List.of(
            "jakarta.faces-4.0.5.jar",
            "myfaces-impl-4.0.2.jar",
            "spring-security-web-6.3.4.jar",
            "spring-session-core-3.3.3.jar",
            "tomcat-embed-core-10.1.31.jar");

    @TempDir
    Path folder;

    @Test
    void findsInPublishedApplicationsTheSameWithAnIndex() throws IOException {
        List<Dependency> libraries = archives();
        assertThat(libraries).hasSameSizeAs(ARCHIVES);
        assertSame(libraries, Map.of());
        assertSame(
                libraries,
                Map.of(
                        "application.properties",
                        "server.servlet.session.cookie.name=changed\ncookieName=changed-too\n",
                        "WEB-INF/web.xml",
                        "<web-app><context-param><param-name>cookieName</param-name><param-value>a</param-value>"
                                + "</context-param></web-app>",
                        "beans.xml",
                        "<beans><bean class='org.springframework.security.web.csrf.CookieCsrfTokenRepository'>"
                                + "<property name='cookieName' value='from-xml'/></bean></beans>"));
        // Another order hides other classes; without a library, questions about its classes have other answers.
        List<Dependency> fewer = new ArrayList<>(libraries.subList(1, libraries.size()));
        fewer.sort(Comparator.comparing(Dependency::coordinates).reversed());
        assertSame(fewer, Map.of());
    }

    private static List<Dependency> archives() throws IOException {
        Path applications = Path.of(System.getProperty("cookie-charter.groundtruth", "target/groundtruth"));
        try (Stream<Path> files = Files.list(applications.toAbsolutePath())) {
            return files.filter(file -> ARCHIVES.contains(file.getFileName().toString()))
                    .sorted()
                    .map(file -> new Dependency(file, "org.example:" + file.getFileName(), true))
                    .toList();
        }
    }

    private void assertSame(List<Dependency> libraries, Map<String, String> resources) throws IOException {
        Path own = Files.createTempDirectory(folder, "own");
        for (Map.Entry<String, String> resource : new TreeMap<>(resources).entrySet()) {
            Path file = own.resolve(resource.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, resource.getValue());
        }
        ScanRequest request =
                new ScanRequest(folder, List.of(own), List.of(), List.of(), libraries, PathFilter.ALL, Set.of());
        ScanResult expected = Scanner.run(request);
        Optional<IndexLocation> index = Optional.of(new IndexLocation(folder.resolve("index"), "1", note -> {}));
        for (String state : List.of("cold", "warm")) {
            ScanResult result = Scanner.run(request, index);
            assertThat(result.evidence()).as(state).isEqualTo(expected.evidence());
            assertThat(result).as(state).isEqualTo(expected);
        }
    }
}
