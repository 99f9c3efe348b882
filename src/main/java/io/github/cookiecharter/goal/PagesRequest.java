package io.github.cookiecharter.goal;

import java.nio.file.Path;
import java.util.List;

/**
 * A request to insert the tags of {@code head.html} into pages.
 *
 * @param module the module's folder, absolute
 * @param declaration the declaration's path, absolute
 * @param isDeclarationOptional whether a module without the declaration is skipped, whatever its path
 * @param webRoot the web root that {@code generate} writes to
 * @param webPath the folder of the web files in it
 * @param folders the folders of the pages
 */
public record PagesRequest(
        Path module,
        Path declaration,
        boolean isDeclarationOptional,
        Path webRoot,
        String webPath,
        List<Path> folders) {

    public PagesRequest {
        folders = List.copyOf(folders);
    }
}
