package io.github.cookiecharter.maven;

import io.github.cookiecharter.scan.model.ScanRequest;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** The base of the goals that scan the project's code. */
@SuppressWarnings("NullAway.Init") // Maven sets the fields
abstract class AbstractScanMojo extends AbstractWebMojo {

    /**
     * Folders and archives with the project's own classes and resources. Example:
     * <code>&lt;classesDirectories&gt;&lt;directory&gt;${project.build.outputDirectory}&lt;/directory&gt;&lt;/classesDirectories&gt;</code>.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.classesDirectories",
            defaultValue = "${project.build.outputDirectory}",
            required = true)
    private List<File> classesDirectories;

    /**
     * Further folders with the project's own scripts, pages and configuration; one that does not exist is ignored.
     * Example: {@code <scanDirectories>src/main/webapp, client/src</scanDirectories>}.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.scanDirectories",
            defaultValue = "src/main/webapp, src/main/frontend, src/main/js, src/main/javascript, src/main/ts, "
                    + "src/main/typescript, src/main/webui, src/main/client, frontend/src, client/src, webapp/src",
            required = true)
    private List<File> scanDirectories;

    /**
     * Patterns of the files and classes to scan, relative to the module's folder or to the root of a
     * dependency's archive; everything by default. Example: {@code <scanIncludes>src/main/**, com/acme/**</scanIncludes>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.scanIncludes")
    private List<String> scanIncludes;

    /**
     * Patterns of the files and classes to leave out. Example:
     * {@code <scanExcludes>src/main/webapp/vendor/**, com/acme/legacy/**</scanExcludes>}.
     * @since 0.1.0
     */
    @Parameter(
            property = "cookie-charter.scanExcludes",
            defaultValue = "**/node_modules/**, **/*.test.*, **/*.spec.*, **/__tests__/**")
    private List<String> scanExcludes;

    /**
     * Patterns, {@code groupId:artifactId}, of the dependencies to report; all by default. Example:
     * {@code <dependencyIncludes>com.acme*:*</dependencyIncludes>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.dependencyIncludes")
    private List<String> dependencyIncludes;

    /**
     * Patterns, {@code groupId:artifactId}, of the dependencies not to report. Example:
     * {@code <dependencyExcludes>org.webjars:swagger-ui</dependencyExcludes>}.
     * @since 0.1.0
     */
    @Parameter(property = "cookie-charter.dependencyExcludes")
    private List<String> dependencyExcludes;

    /** Returns what to scan: everything that the parameters name, except what this plugin generates. */
    final ScanRequest scan(String className) {
        return new ScanParameters(project())
                .withoutGenerated(webRoot(), webPath())
                .request(
                        classesDirectories,
                        scanDirectories,
                        scanIncludes,
                        scanExcludes,
                        dependencyIncludes,
                        dependencyExcludes,
                        className);
    }

    /** Returns the roots of the module's sources. */
    final List<Path> sourceRoots() {
        return new ScanParameters(project()).sourceRoots();
    }
}
