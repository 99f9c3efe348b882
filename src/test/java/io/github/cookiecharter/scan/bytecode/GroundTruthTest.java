package io.github.cookiecharter.scan.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cookiecharter.scan.Scanner;
import io.github.cookiecharter.scan.model.Certainty;
import io.github.cookiecharter.scan.model.Dependency;
import io.github.cookiecharter.scan.model.Evidence;
import io.github.cookiecharter.scan.model.PathFilter;
import io.github.cookiecharter.scan.model.ScanRequest;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Scans real applications whose bytecode was analysed by hand for the cookies that they set. The default build scans
 * the small ones, {@code -Pgroundtruth} all of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroundTruthTest {

    private static final double MIN_RATIO = 0.95;

    /** The dependencies that an application's classes inherit from. */
    private static final Map<String, List<String>> DEPENDENCIES = Map.of(
            "keycloak-services-26.0.5.jar",
            List.of("keycloak-server-spi-private-26.0.5.jar", "keycloak-core-26.0.5.jar"));

    /** The application's own modules that its archive contains as libraries. */
    private static final Map<String, String> OWN_MODULES = Map.of("jspwiki-war-2.11.2.war", "jspwiki-main-2.11.2.jar");

    private record Row(String file, String name, String kind, String place) {

        String type() {
            return place.split("[#: ]")[0];
        }
    }

    private final Map<String, List<Row>> rows = new LinkedHashMap<>();
    private final Map<String, List<Evidence>> evidence = new LinkedHashMap<>();

    @BeforeAll
    void scan() throws IOException {
        Path folder = folder();
        try (var in = GroundTruthTest.class.getResourceAsStream("groundtruth.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList()) {
                String[] cells = line.split("\t");
                Row row = new Row(file(cells[0]), cells[1], cells[2], cells[3]);
                if (Files.exists(folder.resolve(row.file()))) {
                    rows.computeIfAbsent(row.file(), any -> new ArrayList<>()).add(row);
                }
            }
        }
        assertThat(rows)
                .as("the build copies the small applications to " + folder)
                .hasSizeGreaterThan(7);
        for (String file : rows.keySet()) {
            List<Path> own = new ArrayList<>(List.of(folder.resolve(file)));
            if (OWN_MODULES.containsKey(file)) {
                own.add(folder.resolve(OWN_MODULES.get(file)));
            }
            List<Dependency> libraries = new ArrayList<>();
            for (String library : DEPENDENCIES.getOrDefault(file, List.of())) {
                libraries.add(new Dependency(folder.resolve(library), library, true));
            }
            evidence.put(
                    file,
                    ClassScans.run(
                                    new ScanRequest(
                                            folder, own, List.of(), List.of(), libraries, PathFilter.ALL, Set.of()),
                                    List.of())
                            .evidence());
        }
    }

    private static Path folder() {
        return Path.of(System.getProperty("cookie-charter.groundtruth", "target/groundtruth"))
                .toAbsolutePath();
    }

    /** Returns the file name of the archive with the coordinates {@code group:artifact:version[:type] (+more)}. */
    private static String file(String coordinates) {
        String[] parts = coordinates.split(" ")[0].split(":");
        return parts[1] + "-" + parts[2] + "." + (parts.length > 3 ? parts[3] : "jar");
    }

    @Test
    void findsCookiesWithHighRecallAndPrecision() {
        Set<String> expected = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        rows.forEach((file, all) -> {
            for (Row row : all) {
                if (row.kind().equals("java")) {
                    expected.add(file + " " + row.name());
                }
            }
            for (Evidence one : evidence.get(file)) {
                one.name().ifPresent(name -> found.add(file + " " + name));
            }
        });
        Set<String> right = new TreeSet<>(expected);
        right.retainAll(found);
        Set<String> missed = new TreeSet<>(expected);
        missed.removeAll(found);
        Set<String> invented = new TreeSet<>(found);
        invented.removeAll(expected);
        assertThat((double) right.size() / expected.size())
                .as("missed: %s", missed)
                .isGreaterThanOrEqualTo(MIN_RATIO);
        assertThat((double) right.size() / found.size())
                .as("invented: %s", invented)
                .isGreaterThanOrEqualTo(MIN_RATIO);
    }

    @Test
    void reportsWhereCookiesAreSet() {
        Set<String> elsewhere = new LinkedHashSet<>();
        rows.forEach((file, all) -> {
            for (Row row : all) {
                boolean known = evidence.get(file).stream()
                        .anyMatch(one -> one.name().filter(row.name()::equals).isPresent());
                if (row.kind().equals("java") && known && !isAt(row)) {
                    elsewhere.add(row.toString());
                }
            }
        });
        // For one class the table has the place that determines the name, and the evidence the place that sets the
        // cookie.
        elsewhere.removeIf(row -> row.contains("org.apache.catalina.util.SessionConfig"));
        assertThat(elsewhere).isEmpty();
    }

    private boolean isAt(Row row) {
        return evidence.get(row.file()).stream()
                .anyMatch(one -> one.name().filter(row.name()::equals).isPresent() && isAt(row, one));
    }

    private static boolean isAt(Row row, Evidence one) {
        return one.place().text().startsWith(row.type() + "#")
                || one.place().text().startsWith(row.type() + ":")
                || one.how().contains(row.type() + "#");
    }

    /** What merely lies in an archive is no evidence: each name that a dependency is said to set is a row of the table. */
    @Test
    void reportsOfDependenciesOnlyWhatTheTableArgues() {
        rows.forEach((file, all) -> {
            Set<String> argued = new TreeSet<>();
            all.forEach(row -> argued.add(row.name()));
            assertThat(namesInDependencies(List.of(folder().resolve(file))))
                    .as(file)
                    .isSubsetOf(argued);
        });
    }

    /** The class path of this build: a mapper, loggers, parsers, test tools. None of them sets a cookie. */
    @Test
    void reportsNothingOfACommonClassPath() {
        List<Path> archives = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar") && !entry.contains("surefire")) {
                archives.add(Path.of(entry).toAbsolutePath());
            }
        }
        assertThat(archives).anyMatch(archive -> archive.toString().contains("jackson"));
        assertThat(namesInDependencies(archives)).isEmpty();
    }

    private static Set<String> namesInDependencies(List<Path> archives) {
        List<Dependency> libraries = archives.stream()
                .map(archive -> new Dependency(archive, archive.getFileName().toString(), true))
                .toList();
        Set<String> names = new TreeSet<>();
        ScanRequest request =
                new ScanRequest(folder(), List.of(), List.of(), List.of(), libraries, PathFilter.ALL, Set.of());
        for (Evidence one : Scanner.run(request).evidence()) {
            names.add(one.name().orElse("?"));
        }
        return names;
    }

    @Test
    void reportsUnresolvedNames() {
        rows.forEach((file, all) -> {
            for (Row row : all) {
                if (row.kind().equals("unresolved")) {
                    assertThat(evidence.get(file))
                            .as(row.toString())
                            .anyMatch(one -> one.certainty() == Certainty.UNRESOLVED && isAt(row, one));
                }
            }
        });
    }

    @Test
    void reportsNothingAtNegatives() {
        rows.forEach((file, all) -> {
            for (Row row : all) {
                if (row.kind().equals("negative")) {
                    assertThat(evidence.get(file)).as(row.toString()).noneMatch(one -> isAt(row, one));
                }
            }
        });
    }
}
