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

    /** Creates the parameters of a module. */
    ScanParameters(MavenProject project) {
        this.project = project;
    }

    /** Excludes what the goal generate writes below a web root, since the banner is not the site's own code. */
    ScanParameters withoutGenerated(Path webRoot, String webPath) {
        String path = webPath.trim().replaceAll("^/+|/+$", "");
        if (!path.isEmpty()) {
            excludes.add("**/META-INF/resources/" + path + "/**");
            Path folder = project.getBasedir().toPath();
            if (webRoot.startsWith(folder)) {
                excludes.add(display(folder.relativize(webRoot)) + "/" + path + "/**");
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
                dependencies(trimmed(dependencyIncludes), trimmed(dependencyExcludes)),
                new PathFilter(trimmed(includes), List.copyOf(excludes)),
                Set.of(className));
    }

    /** Returns the roots of the module's sources, including those of other JVM languages. */
    List<Path> sourceRoots() {
        Set<Path> roots = new LinkedHashSet<>();
        for (String root : project.getCompileSourceRoots()) {
            roots.add(Path.of(root));
        }
        for (String language : List.of("java", "kotlin", "groovy", "scala")) {
            roots.add(project.getBasedir().toPath().resolve("src/main/" + language));
        }
        return List.copyOf(roots);
    }

    // The site does not declare cookies of the container or of test dependencies: these are scanned only to resolve
    // names.
    private List<Dependency> dependencies(List<String> includes, List<String> excludes) {
        List<Dependency> dependencies = new ArrayList<>();
        for (Artifact artifact : project.getArtifacts()) {
            if (artifact.getFile() == null || "pom".equals(artifact.getType())) {
                continue;
            }
            String name = artifact.getGroupId() + ":" + artifact.getArtifactId();
            boolean packaged = Artifact.SCOPE_COMPILE.equals(artifact.getScope())
                    || Artifact.SCOPE_RUNTIME.equals(artifact.getScope());
            boolean included = (includes.isEmpty() || matchesAny(includes, name)) && !matchesAny(excludes, name);
            dependencies.add(new Dependency(
                    artifact.getFile().toPath(), name + ":" + artifact.getBaseVersion(), packaged && included));
        }
        return dependencies;
    }

    private static boolean matchesAny(List<String> patterns, String name) {
        for (String pattern : patterns) {
            if (new PathFilter(List.of(pattern), List.of()).accepts(name)) {
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
                    paths.add(stripped(file.toPath()).normalize());
                }
            }
        }
        return paths;
    }

    // Maven keeps the blank behind a comma at the start of the path, and then resolves it as a name in the module's
    // folder.
    private Path stripped(Path path) {
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

    private static String display(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
