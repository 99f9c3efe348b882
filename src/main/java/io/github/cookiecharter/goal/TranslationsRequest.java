package io.github.cookiecharter.goal;

import io.github.cookiecharter.goal.part.DependencyParts;
import java.nio.file.Path;

/**
 * The request of one execution of {@code translations}.
 *
 * @param module the module's folder, absolute
 * @param declaration the declaration, absolute
 * @param declarationOptional whether the module is skipped if the declaration does not exist, whatever its path
 * @param root the root of the whole build, outside which no part lies
 * @param dependencies finds the module's dependencies
 * @param folder where the lists go, absolute
 */
public record TranslationsRequest(
        Path module,
        Path declaration,
        boolean declarationOptional,
        Path root,
        DependencyParts dependencies,
        Path folder) {

    public TranslationsRequest {
        folder = folder.normalize();
    }
}
