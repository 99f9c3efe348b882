package io.github.cookiecharter.maven;

import io.github.cookiecharter.scan.model.Dependency;
import io.github.cookiecharter.scan.model.PathFilter;
import io.github.cookiecharter.scan.model.ScanRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** Turns the parameters of the scanning goals and the Maven project into a scan request. */
final class ScanParameters {

    private final MavenProject project;
    private final Set<String> excludes = new LinkedHashSet<>();

    /** The parameters of a module. */
    ScanParameters(MavenProject project) {
        this.project = project;
    }

    /** Leaves out what the goal generate writes below a web root: the banner is not the site's own code. */
    ScanParameters withoutGenerated(Path webRoot, String webPath) {
        String path = webPath.trim().replaceAll("^/+|/+$", "");
        if (!path.isEmpty()) {
            excludes.add("**/META-INF/resources/" + path + "/**");
            Path folder = project.getBasedir().toPath();
            if (webRoot.startsWith(folder)) {
                excludes.add(spell(folder.relativize(webRoot)) + "/" + path + "/**");
            }
        }
        return this;
    }

    /** Returns what to scan. */
    ScanRequest request(
            List<File> classes,
            List<File> web,
            List<String> includes,
            List<String> userExcludes,
            List<String> dependencyIncludes,
            List<String> dependencyExcludes,
            String className) {
        excludes.addAll(trimmed(userExcludes));
        List<Path> resources = new ArrayList<>();
        for (Resource resource : project.getResources()) {
            resources.add(Path.of(resource.getDirectory()));
        }
        return new ScanRequest(
                project.getBasedir().toPath(),
                paths(classes),
                paths(web),
                resources,
                libraries(trimmed(dependencyIncludes), trimmed(dependencyExcludes)),
                new PathFilter(trimmed(includes), List.copyOf(excludes)),
                Set.of(className));
    }

    /** The roots of the module's sources, those of other languages than Java included. */
    List<Path> sources() {
        Set<Path> roots = new LinkedHashSet<>();
        for (String root : project.getCompileSourceRoots()) {
            roots.add(Path.of(root));
        }
        for (String language : List.of("java", "kotlin", "groovy", "scala")) {
            roots.add(project.getBasedir().toPath().resolve("src/main/" + language));
        }
        return List.copyOf(roots);
    }

    // What the container or the tests bring is not the site's to declare, and is looked into for names alone.
    private List<Dependency> libraries(List<String> includes, List<String> excludes) {
        List<Dependency> libraries = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            if (artifact.getFile() == null || "pom".equals(artifact.getType())) {
                continue;
            }
            String name = artifact.getGroupId() + ":" + artifact.getArtifactId();
            boolean shipped = Artifact.SCOPE_COMPILE.equals(artifact.getScope())
                    || Artifact.SCOPE_RUNTIME.equals(artifact.getScope());
            boolean wanted = (includes.isEmpty() || fits(includes, name)) && !fits(excludes, name);
            libraries.add(new Dependency(
                    artifact.getFile().toPath(), name + ":" + artifact.getBaseVersion(), shipped && wanted));
        }
        return libraries;
    }

    private static boolean fits(List<String> patterns, String name) {
        for (String pattern : patterns) {
            if (new PathFilter(List.of(pattern), List.of()).takes(name)) {
                return true;
            }
        }
        return false;
    }

    private List<Path> paths(List<File> files) {
        List<Path> paths = new ArrayList<>();
        if (files != null) {
            for (File file : files) {
                if (file != null) {
                    paths.add(withoutBlanks(file.toPath()).normalize());
                }
            }
        }
        return paths;
    }

    // Maven leaves the blank behind a comma in front of the path, and then takes it for a name in the module's folder.
    private Path withoutBlanks(Path path) {
        Path folder = project.getBasedir().toPath();
        return path.startsWith(folder)
                ? folder.resolve(folder.relativize(path).toString().strip())
                : path;
    }

    private static List<String> trimmed(List<String> words) {
        List<String> trimmed = new ArrayList<>();
        if (words != null) {
            for (String word : words) {
                if (word != null && !word.isBlank()) {
                    trimmed.add(word.trim());
                }
            }
        }
        return trimmed;
    }

    private static String spell(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
