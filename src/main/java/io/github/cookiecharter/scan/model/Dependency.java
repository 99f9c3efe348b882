package io.github.cookiecharter.scan.model;

import java.nio.file.Path;

/**
 * A dependency of the project.
 *
 * @param file its archive, or the folder of its classes, absolute
 * @param coordinates {@code groupId:artifactId:version}
 * @param reported whether what it sets is evidence; else it is looked into to resolve names alone
 */
public record Dependency(Path file, String coordinates, boolean reported) {}
