package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * The result of reading a declaration.
 *
 * @param declaration the declaration; present if and only if no diagnostic is an error
 * @param diagnostics all diagnostics of the file, in file order
 * @param isPart whether the file is a part, without {@code site}; the site of its declaration exists in memory alone
 */
public record DeclarationResult(Optional<Declaration> declaration, List<Diagnostic> diagnostics, boolean isPart) {

    public DeclarationResult {
        diagnostics = List.copyOf(diagnostics);
    }
}
