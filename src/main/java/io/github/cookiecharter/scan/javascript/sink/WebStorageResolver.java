package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.model.Kind;
import io.github.cookiecharter.scan.javascript.scope.Binding;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.Origins;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Which expressions are the browser's web storage: by its own names, or through variables, properties and functions. */
final class WebStorageResolver {

    private final SymbolTable table;
    private final Origins origins;
    private final boolean mentionsLocal;
    private final boolean mentionsSession;

    WebStorageResolver(SymbolTable table, Origins origins, String source) {
        this.table = table;
        this.origins = origins;
        this.mentionsLocal = source.contains("localStorage");
        this.mentionsSession = source.contains("sessionStorage");
    }

    /** The kinds of storage that an expression certainly may be; none where it is something else, or unknown. */
    Set<Kind> known(SyntaxNode node, Scope scope) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (Located origin : origins.of(node, scope)) {
            switch (Origins.lastName(origin.node())) {
                case "localStorage" -> kinds.add(Kind.LOCAL_STORAGE);
                case "sessionStorage" -> kinds.add(Kind.SESSION_STORAGE);
                default -> {}
            }
        }
        return kinds;
    }

    /** The kind of storage that is probably meant by what {@code setItem} is called on. */
    Set<Kind> likely(SyntaxNode node, Scope scope) {
        boolean isOpen = false;
        for (Located origin : origins.of(node, scope)) {
            isOpen |= isOpen(origin);
        }
        String name = Origins.lastName(node).toLowerCase(Locale.ROOT);
        if (!isOpen || name.contains("asyncstorage") || name.contains("localforage")) {
            return Set.of();
        }
        if (name.contains("session")) {
            return EnumSet.of(Kind.SESSION_STORAGE);
        }
        if (mentionsLocal || (name.contains("storage") && !mentionsSession)) {
            return EnumSet.of(Kind.LOCAL_STORAGE);
        }
        return mentionsSession ? EnumSet.of(Kind.SESSION_STORAGE) : Set.of();
    }

    /** Returns whether nothing is known of a value but its name: a parameter, a property, the result of a call. */
    private boolean isOpen(Located origin) {
        SyntaxNode node = origin.node();
        if (node instanceof SyntaxNode.Identifier identifier) {
            return table.find(identifier.name(), origin.scope())
                    .map(symbol ->
                            symbol.bindings().stream().noneMatch(binding -> binding.kind() == Binding.Kind.IMPORT))
                    .orElse(true);
        }
        if (node instanceof SyntaxNode.Member member) {
            return member.object() instanceof SyntaxNode.Keyword
                    || isOpen(new Located(member.object(), origin.scope()));
        }
        return node instanceof SyntaxNode.Call call ? !call.isNew() : node instanceof SyntaxNode.Index;
    }
}
