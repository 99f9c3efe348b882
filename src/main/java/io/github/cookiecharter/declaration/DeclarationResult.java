package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * The result of reading a declaration.
 *
 * @param declaration the declaration; present if and only if no diagnostic is an error
 * @param diagnostics all diagnostics of the file, in file order
 */
public record DeclarationResult(Optional<Declaration> declaration, List<Diagnostic> diagnostics) {

    public DeclarationResult {
        diagnostics = List.copyOf(diagnostics);
    }
}
