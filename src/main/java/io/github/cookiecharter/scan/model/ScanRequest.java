package io.github.cookiecharter.scan.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What to scan.
 *
 * @param folder the module's folder, absolute: own places are spelled relative to it
 * @param classes folders and archives with the project's own classes and resources, absolute; what does not exist is
 *     passed over
 * @param web further folders with the project's own scripts, pages and configuration, absolute; what does not exist is
 *     passed over
 * @param resources the folders that resources are copied from, absolute: a file below {@code classes} is spelled as the
 *     one in here that it was copied from
 * @param libraries the class path, in its order
 * @param files which files of the project and of its dependencies to scan
 * @param guards the fully qualified names of the classes whose {@code isAllowed} tells whether the visitor consents
 */
public record ScanRequest(
        Path folder,
        List<Path> classes,
        List<Path> web,
        List<Path> resources,
        List<Dependency> libraries,
        PathFilter files,
        Set<String> guards) {

    public ScanRequest {
        classes = List.copyOf(classes);
        web = List.copyOf(web);
        resources = List.copyOf(resources);
        libraries = List.copyOf(libraries);
        guards = Set.copyOf(guards);
    }
}
