package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.scope.Binding;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.scope.Symbol;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.ConstantFolder;
import io.github.cookiecharter.scan.javascript.value.Origins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what calls mean: which method, on which receiver. */
final class ScriptCallResolver {

    private final SymbolTable table;
    private final ConstantFolder expressions;

    ScriptCallResolver(SymbolTable table, ConstantFolder expressions) {
        this.table = table;
        this.expressions = expressions;
    }

    /** The names that what is called may have, without following it. */
    List<String> names(Located located) {
        if (!(located.node() instanceof SyntaxNode.Call call)) {
            return List.of();
        }
        SyntaxNode callee = last(call.callee());
        if (callee instanceof SyntaxNode.Index index) {
            return index.index() instanceof SyntaxNode.Text || index.index() instanceof SyntaxNode.Binary
                    ? key(index, located.scope())
                    : List.of();
        }
        String name = Origins.lastName(callee);
        List<String> names = new ArrayList<>(2);
        names.add(name);
        if (name.equals("call") || name.equals("apply")) {
            names.add(callee instanceof SyntaxNode.Member member ? Origins.lastName(member.object()) : name);
        } else if (callee instanceof SyntaxNode.Identifier) {
            table.find(name, located.scope()).ifPresent(symbol -> aliases(symbol, names));
        }
        return names;
    }

    private static void aliases(Symbol symbol, List<String> names) {
        for (int i = 0; i < symbol.bindings().size() && i < 8; i++) {
            Binding binding = symbol.bindings().get(i);
            if (!binding.path().isEmpty()) {
                names.add(binding.path().get(binding.path().size() - 1));
            } else if (binding.isWhole()) {
                names.add(alias(binding.value()));
            }
        }
    }

    private static String alias(SyntaxNode value) {
        if (value instanceof SyntaxNode.Conditional conditional) {
            return alias(conditional.then());
        }
        if (value instanceof SyntaxNode.Call call && call.callee() instanceof SyntaxNode.Member bind) {
            return bind.name().equals("bind") ? Origins.lastName(bind.object()) : "";
        }
        return Origins.lastName(value);
    }

    private List<String> key(SyntaxNode.Index index, Scope scope) {
        return expressions.of(index.index(), scope).literal();
    }

    /** What a call may mean: one or more. */
    List<ResolvedCall> resolve(Located located) {
        List<ResolvedCall> all = new ArrayList<>(1);
        if (!(located.node() instanceof SyntaxNode.Call written)) {
            return all;
        }
        Scope scope = located.scope();
        SyntaxNode.Call call = spread(written, scope);
        SyntaxNode callee = call.callee();
        if (callee instanceof SyntaxNode.Member member) {
            member(call, scope, member.name(), member.object(), all);
        } else if (callee instanceof SyntaxNode.Index index) {
            for (String name : key(index, scope)) {
                member(call, scope, name, index.object(), all);
            }
        } else {
            for (Located origin : expressions.origins().of(callee, scope)) {
                all.add(byOrigin(call, scope, origin, Origins.lastName(callee)));
            }
        }
        return all;
    }

    /** {@code (0, module.save)} is {@code module.save}, without what it is called on. */
    private static SyntaxNode last(SyntaxNode callee) {
        return callee instanceof SyntaxNode.Sequence sequence
                        && !sequence.expressions().isEmpty()
                ? sequence.expressions().get(sequence.expressions().size() - 1)
                : callee;
    }

    /** The call with the elements of known arrays in place of {@code ...array}. */
    private SyntaxNode.Call spread(SyntaxNode.Call written, Scope scope) {
        SyntaxNode callee = last(written.callee());
        SyntaxNode.Call call = callee == written.callee()
                ? written
                : new SyntaxNode.Call(callee, written.arguments(), written.isNew(), written.start(), written.end());
        if (call.arguments().stream().noneMatch(SyntaxNode.Spread.class::isInstance)) {
            return call;
        }
        List<SyntaxNode> arguments = new ArrayList<>();
        for (SyntaxNode argument : call.arguments()) {
            List<Located> arrays = argument instanceof SyntaxNode.Spread spread
                    ? expressions.origins().of(spread.argument(), scope)
                    : List.of();
            if (arrays.size() == 1 && arrays.get(0).node() instanceof SyntaxNode.ArrayLiteral array) {
                arguments.addAll(array.elements());
            } else {
                arguments.add(argument);
            }
        }
        return new SyntaxNode.Call(call.callee(), arguments, call.isNew(), call.start(), call.end());
    }

    private void member(SyntaxNode.Call call, Scope scope, String name, SyntaxNode object, List<ResolvedCall> all) {
        List<SyntaxNode> arguments = call.arguments();
        boolean redirects = (name.equals("call") || name.equals("apply")) && !arguments.isEmpty();
        if (redirects && object instanceof SyntaxNode.Member method) {
            List<SyntaxNode> passed = arguments.subList(1, arguments.size());
            if (name.equals("apply")) {
                passed = passed.size() == 1 && passed.get(0) instanceof SyntaxNode.ArrayLiteral array
                        ? array.elements()
                        : List.of();
            }
            Located callee = new Located(method, scope);
            all.add(new ResolvedCall(call, scope, method.name(), arguments.get(0), scope, callee, passed));
            return;
        }
        for (Located origin : expressions.origins().of(call.callee(), scope)) {
            all.add(new ResolvedCall(call, scope, name, object, scope, origin, arguments));
        }
    }

    private ResolvedCall byOrigin(SyntaxNode.Call call, Scope scope, Located origin, String written) {
        SyntaxNode node = origin.node();
        if (node instanceof SyntaxNode.Member member) {
            return new ResolvedCall(
                    call, scope, member.name(), member.object(), origin.scope(), origin, call.arguments());
        }
        String name = node instanceof SyntaxNode.Identifier identifier ? imported(identifier, origin.scope()) : written;
        SyntaxNode nothing = new SyntaxNode.Nothing(call.start(), call.start());
        return new ResolvedCall(call, scope, name, nothing, scope, origin, call.arguments());
    }

    private String imported(SyntaxNode.Identifier identifier, Scope scope) {
        Optional<Binding> binding = binding(table, identifier.name(), scope);
        if (binding.isEmpty()) {
            return identifier.name();
        }
        String name = binding.get().path().get(0);
        return name.equals("default") || name.equals("*") ? identifier.name() : name;
    }

    /** The import that a name stands for; empty where it is none. */
    static Optional<Binding> binding(SymbolTable table, String name, Scope scope) {
        Optional<Symbol> symbol = table.find(name, scope);
        if (symbol.isPresent()) {
            for (Binding binding : symbol.get().bindings()) {
                if (binding.kind() == Binding.Kind.IMPORT) {
                    return Optional.of(binding);
                }
            }
        }
        return Optional.empty();
    }
}
