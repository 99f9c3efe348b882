package io.github.cookiecharter.scan.model;

import java.nio.file.Path;

/**
 * A dependency of the project.
 *
 * @param file its archive, or the folder of its classes, absolute
 * @param coordinates {@code groupId:artifactId:version}
 * @param reported whether its sinks are reported; otherwise its classes serve only to resolve names of the project's code
 */
public record Dependency(Path file, String coordinates, boolean reported) {}
