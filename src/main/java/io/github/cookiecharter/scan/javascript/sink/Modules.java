package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.scope.Binding;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.Origins;
import java.util.Optional;

/** Which modules values come from: by imports of ECMAScript, {@code require}, and AMD's lists. */
final class Modules {

    private final SymbolTable table;

    Modules(SymbolTable table) {
        this.table = table;
    }

    /** The module that a value is taken from, at its origin; empty where it is none. */
    Optional<String> of(Located origin) {
        SyntaxNode node = origin.node();
        if (node instanceof SyntaxNode.Call call && !call.arguments().isEmpty()) {
            boolean isImport = Origins.lastName(call.callee()).equals("require")
                    || Origins.lastName(call.callee()).equals("import");
            return isImport && call.arguments().get(0) instanceof SyntaxNode.Text text
                    ? Optional.of(text.value())
                    : Optional.empty();
        }
        if (node instanceof SyntaxNode.Member member) {
            return of(new Located(member.object(), origin.scope()));
        }
        if (!(node instanceof SyntaxNode.Identifier identifier)) {
            return Optional.empty();
        }
        Optional<Binding> imported = ScriptCallResolver.binding(table, identifier.name(), origin.scope());
        if (imported.isPresent() && imported.get().value() instanceof SyntaxNode.Import declaration) {
            return Optional.of(declaration.module());
        }
        return listed(identifier, origin);
    }

    /** {@code define(["a", "b"], function (a, b) {…})} */
    private Optional<String> listed(SyntaxNode.Identifier identifier, Located origin) {
        return origin.scope()
                .find(identifier.name())
                .filter(symbol -> symbol.bindings().size() == 1)
                .map(symbol -> symbol.bindings().get(0))
                .filter(binding -> binding.kind() == Binding.Kind.PARAMETER)
                .flatMap(binding -> table.list(binding.value())
                        .filter(list -> binding.index() < list.elements().size())
                        .map(list -> list.elements().get(binding.index())))
                .filter(SyntaxNode.Text.class::isInstance)
                .map(text -> ((SyntaxNode.Text) text).value());
    }
}
