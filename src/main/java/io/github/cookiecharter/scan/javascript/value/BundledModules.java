package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.scan.javascript.scope.Binding;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.scope.Symbol;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;

/** Follows the calls by which the modules of a bundle load each other to what those modules export. */
final class BundledModules {

    private static final int MOST_BINDINGS = 8;

    private final SymbolTable table;
    private final Origins origins;

    BundledModules(SymbolTable table, Origins origins) {
        this.table = table;
        this.origins = origins;
    }

    /** Collects what a call exports that loads a module; returns false where it loads none. */
    boolean collect(SyntaxNode.Call call, Scope scope, List<Located> found) {
        List<SyntaxNode> arguments = call.arguments();
        if (arguments.size() == 1) {
            return byKey(call, arguments.get(0), scope, found);
        }
        return arguments.isEmpty() && (wrapped(call, scope, found) || standard(call, scope, found));
    }

    /** webpack: {@code n(614)}, where {@code 614: (module, exports, n) => {…}} is in a table. */
    private boolean byKey(SyntaxNode.Call call, SyntaxNode argument, Scope scope, List<Located> found) {
        String key = argument instanceof SyntaxNode.Digits digits
                ? digits.text()
                : argument instanceof SyntaxNode.Text text ? text.value() : "";
        boolean isLoader = call.callee() instanceof SyntaxNode.Identifier name && isLoader(name.name(), scope);
        Optional<Located> module = key.isEmpty() || !isLoader ? Optional.empty() : table.module(key);
        return module.isPresent()
                && module.get().node() instanceof SyntaxNode.Function function
                && exports(function, module.get().scope(), found);
    }

    /** A bundle's own function, or what a module is given by it. */
    private static boolean isLoader(String name, Scope scope) {
        Optional<Symbol> symbol = scope.find(name);
        return symbol.isPresent()
                && symbol.get().bindings().stream()
                        .anyMatch(binding -> binding.kind() == Binding.Kind.PARAMETER
                                || binding.value() instanceof SyntaxNode.Function);
    }

    /** esbuild: {@code var load = wrap((exports, module) => {…}); load()}. */
    private boolean wrapped(SyntaxNode.Call call, Scope scope, List<Located> found) {
        for (Located maker : origins.makers(call.callee(), scope)) {
            if (maker.node() instanceof SyntaxNode.Call wrap && wrap.arguments().size() == 1) {
                SyntaxNode module = wrap.arguments().get(0);
                if (module instanceof SyntaxNode.ObjectLiteral literal
                        && literal.members().size() == 1
                        && literal.members().get(0) instanceof SyntaxNode.Property only) {
                    module = only.value();
                }
                if (module instanceof SyntaxNode.Function function && exports(function, maker.scope(), found)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** webpack: {@code var load = n.n(module); load()} is the default export, or the module itself. */
    private boolean standard(SyntaxNode.Call call, Scope scope, List<Located> found) {
        boolean isFound = false;
        for (Located maker : origins.makers(call.callee(), scope)) {
            if (maker.node() instanceof SyntaxNode.Call getter
                    && getter.arguments().size() == 1
                    && getter.callee() instanceof SyntaxNode.Member member
                    && member.name().equals("n")) {
                byDefault(new Located(getter.arguments().get(0), maker.scope()), found);
                isFound = true;
            }
        }
        return isFound;
    }

    /** Collects the default export of a module, or the module itself where it has none. */
    void byDefault(Located module, List<Located> found) {
        SyntaxNode node = module.node();
        SyntaxNode standard = new SyntaxNode.Member(node, "default", node.start(), node.end());
        List<Located> ends = origins.of(standard, module.scope());
        boolean isFollowed =
                ends.stream().noneMatch(end -> Origins.lastName(end.node()).equals("default"));
        (isFollowed ? ends : origins.of(node, module.scope())).forEach(found::add);
    }

    private boolean exports(SyntaxNode.Function function, Scope around, List<Located> found) {
        int before = found.size();
        Scope inside = table.inside(function, around);
        for (SyntaxNode parameter : function.parameters()) {
            if (parameter instanceof SyntaxNode.Identifier name) {
                Symbol symbol = inside.symbols().get(name.name());
                if (symbol != null && symbol.hasMembers()) {
                    List<Binding> replaced = symbol.member("exports");
                    replaced.stream()
                            .filter(Binding::isWhole)
                            .limit(MOST_BINDINGS)
                            .forEach(binding -> origins.collect(binding.value(), binding.scope(), found));
                    if (replaced.isEmpty()) {
                        found.add(new Located(name, inside));
                    }
                }
            }
        }
        return found.size() > before;
    }
}
