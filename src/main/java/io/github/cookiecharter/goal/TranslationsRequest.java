package io.github.cookiecharter.goal;

import java.nio.file.Path;

/**
 * The request of one execution of {@code translations}.
 *
 * @param module the module's folder, absolute
 * @param declaration the declaration, absolute
 * @param declarationOptional whether the module is skipped if the declaration does not exist, whatever its path
 * @param folder where the lists go, absolute
 */
public record TranslationsRequest(Path module, Path declaration, boolean declarationOptional, Path folder) {

    public TranslationsRequest {
        folder = folder.normalize();
    }
}
