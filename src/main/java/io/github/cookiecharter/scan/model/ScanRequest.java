package io.github.cookiecharter.scan.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The input of a scan.
 *
 * @param folder the module's folder, absolute; the paths of own files are reported relative to it
 * @param classes folders and archives with the project's own classes and resources, absolute; missing ones are
 *     ignored
 * @param web further folders with the project's own scripts, pages and configuration, absolute; missing ones are
 *     ignored
 * @param resources the folders that resources are copied from, absolute: a file below {@code classes} is reported under the
 *     path of the file here that it was copied from
 * @param libraries the dependencies, in the order of the class path
 * @param files which files of the project and of its dependencies to scan
 * @param guards the fully qualified names of the classes whose {@code isAllowed} returns whether the visitor consents
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
