package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.scope.Binding.Kind;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declares names: variables, functions, classes, imports, parameters, and the names of patterns. */
final class ScopeDeclarations {

    private final SymbolTable table;

    ScopeDeclarations(SymbolTable table) {
        this.table = table;
    }

    /** Declares what statements declare for all of their scope. */
    void hoist(List<SyntaxNode> statements, Scope scope, int loops) {
        for (SyntaxNode statement : statements) {
            if (statement instanceof SyntaxNode.Function function) {
                function(function, scope, loops);
            } else if (statement instanceof SyntaxNode.ClassNode node && node.isStatement()) {
                declare(node.name(), Binding.of(node, scope), scope, loops);
            } else if (statement instanceof SyntaxNode.EnumNode node) {
                declare(node.name(), Binding.of(node, scope), scope, loops);
            } else if (statement instanceof SyntaxNode.Namespace node) {
                declare(node.name(), Binding.of(node, scope), scope, loops);
            } else if (statement instanceof SyntaxNode.Import node) {
                for (SyntaxNode.Specifier specifier : node.specifiers()) {
                    Binding binding = new Binding(
                            Kind.IMPORT,
                            node,
                            scope,
                            List.of(specifier.name()),
                            new SyntaxNode.Nothing(node.end(), node.end()),
                            0);
                    declare(specifier.local(), binding, scope, loops);
                }
            } else if (statement instanceof SyntaxNode.Sequence decorated) {
                hoist(decorated.expressions(), scope, loops);
            } else if (statement instanceof SyntaxNode.Block block
                    && block.statements().size() == 1) {
                ambient(block.statements().get(0), scope, loops);
            }
        }
    }

    /** An abstract class is a block with one statement, which declares for what is around it. */
    private void ambient(SyntaxNode statement, Scope scope, int loops) {
        if (statement instanceof SyntaxNode.ClassNode || statement instanceof SyntaxNode.EnumNode) {
            hoist(List.of(statement), scope, loops);
        }
    }

    private void function(SyntaxNode.Function function, Scope scope, int loops) {
        if (!function.isStatement() || function.name().isEmpty() || function.body() instanceof SyntaxNode.Nothing) {
            return;
        }
        Binding binding = Binding.of(function, scope);
        declare(function.name(), binding, scope, loops);
        // Outside of strict code the function around sees it too.
        Scope outer = scope.ofFunction();
        if (outer != scope && !outer.symbols().containsKey(function.name())) {
            declare(function.name(), binding, outer, loops);
        }
    }

    private static void declare(String name, Binding binding, Scope scope, int loops) {
        if (!name.isEmpty()) {
            scope.declare(name, loops).bindings().add(binding);
        }
    }

    void declarator(SyntaxNode.Declarator declarator, String keyword, Scope scope, int loops) {
        Scope at = keyword.equals("var") ? scope.ofFunction() : scope;
        if (declarator.value() instanceof SyntaxNode.Nothing
                && declarator.target() instanceof SyntaxNode.Identifier name) {
            at.declare(name.name(), loops);
            return;
        }
        pattern(declarator.target(), Binding.of(declarator.value(), scope), at, loops);
    }

    /** Declares the names of a loop over keys or elements, or gives them values. */
    void loop(SyntaxNode.ForEach loop, Scope scope, int loops) {
        Binding binding = Binding.of(loop.isOf() ? Kind.ELEMENT : Kind.KEY, loop.subject(), scope);
        if (loop.target() instanceof SyntaxNode.Declaration declaration) {
            Scope at = declaration.keyword().equals("var") ? scope.ofFunction() : scope;
            for (SyntaxNode node : declaration.declarators()) {
                if (node instanceof SyntaxNode.Declarator declarator) {
                    pattern(declarator.target(), binding, at, loops);
                }
            }
        } else if (loop.target() instanceof SyntaxNode.Identifier name) {
            table.find(name.name(), scope)
                    .orElseGet(() -> table.global(name.name(), table.top()))
                    .bindings()
                    .add(binding);
        }
    }

    /** Declares names of which nothing can be known. */
    void unknown(SyntaxNode target, Scope scope, int loops) {
        pattern(target, Binding.of(Kind.UNKNOWN, target, scope), scope, loops);
    }

    void parameters(SyntaxNode.Function function, Scope scope) {
        List<SyntaxNode> parameters = function.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            SyntaxNode.Nothing none = new SyntaxNode.Nothing(function.start(), function.start());
            int index = i;
            Binding binding = immediate(function, i)
                    .orElseGet(() -> new Binding(Kind.PARAMETER, function, scope, List.of(), none, index));
            pattern(parameters.get(i), binding, scope, 0);
        }
    }

    /** What the only call of a function passes, where that call stands around it. */
    private Optional<Binding> immediate(SyntaxNode.Function function, int index) {
        SymbolTable.Immediate call = table.immediate.get(function);
        if (call == null || index >= call.arguments().size()) {
            return Optional.empty();
        }
        boolean isOnly = function.name().isEmpty()
                && call.arguments().subList(0, index + 1).stream().noneMatch(SyntaxNode.Spread.class::isInstance);
        return isOnly ? Optional.of(Binding.of(call.arguments().get(index), call.scope())) : Optional.empty();
    }

    private void pattern(SyntaxNode target, Binding binding, Scope scope, int loops) {
        if (target instanceof SyntaxNode.Identifier name) {
            declare(name.name(), binding, scope, loops);
        } else if (target instanceof SyntaxNode.Assignment standard) {
            pattern(standard.target(), binding.with(standard.value()), scope, loops);
        } else if (target instanceof SyntaxNode.Spread rest) {
            pattern(rest.argument(), binding.with(Kind.UNKNOWN), scope, loops);
        } else if (target instanceof SyntaxNode.ObjectLiteral object) {
            for (SyntaxNode member : object.members()) {
                if (member instanceof SyntaxNode.Property property) {
                    Binding inner = property.name().isEmpty()
                            ? binding.with(Kind.UNKNOWN)
                            : binding.with(longer(binding.path(), property.name()));
                    pattern(property.value(), inner, scope, loops);
                } else {
                    rest(member, binding, scope, loops);
                }
            }
        } else if (target instanceof SyntaxNode.ArrayLiteral array) {
            for (int i = 0; i < array.elements().size(); i++) {
                pattern(
                        array.elements().get(i),
                        binding.with(longer(binding.path(), Integer.toString(i))),
                        scope,
                        loops);
            }
        }
    }

    /** The rest of an object has all the properties that are not taken out of it. */
    private void rest(SyntaxNode member, Binding binding, Scope scope, int loops) {
        if (member instanceof SyntaxNode.Spread rest && rest.argument() instanceof SyntaxNode.Identifier name) {
            declare(name.name(), binding, scope, loops);
        }
    }

    static List<String> longer(List<String> path, String step) {
        List<String> all = new ArrayList<>(path);
        all.add(step);
        return List.copyOf(all);
    }
}
