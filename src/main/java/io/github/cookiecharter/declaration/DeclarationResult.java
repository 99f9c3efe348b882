package io.github.cookiecharter.declaration;

import io.github.cookiecharter.model.diagnostic.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a file.
 *
 * @param declaration the declaration, present if and only if no problem is an error
 * @param diagnostics every problem of the file, in file order
 */
public record DeclarationResult(Optional<Declaration> declaration, List<Diagnostic> diagnostics) {

    public DeclarationResult {
        diagnostics = List.copyOf(diagnostics);
    }
}
