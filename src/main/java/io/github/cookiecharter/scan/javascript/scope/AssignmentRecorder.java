package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.scope.Binding.Kind;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the assignments of a script, and gives the names and properties their values once all names are declared. */
final class AssignmentRecorder {

    private record Pending(SyntaxNode target, String operator, SyntaxNode value, Scope scope, int loops) {}

    private record Getter(String object, String name, SyntaxNode value, Scope scope) {}

    private final SymbolTable table;
    private final List<Getter> getters = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private final List<Located> methods = new ArrayList<>();

    AssignmentRecorder(SymbolTable table) {
        this.table = table;
    }

    void add(SyntaxNode target, String operator, SyntaxNode value, Scope scope, int loops) {
        pending.add(new Pending(target, operator, value, scope, loops));
    }

    /** Notes a call that changes a variable: of {@code push}, or of the methods of dates that set something. */
    void call(SyntaxNode.Call call, Scope scope) {
        if (call.callee() instanceof SyntaxNode.Member member
                && member.object() instanceof SyntaxNode.Identifier
                && (member.name().equals("push") || member.name().startsWith("set"))) {
            methods.add(new Located(call, scope));
        }
    }

    /** Notes getters that a bundler's helper gives an object: {@code define(exports, {save: () => save})}. */
    void getters(List<SyntaxNode> arguments, Scope scope) {
        if (arguments.size() < 2 || !(arguments.get(0) instanceof SyntaxNode.Identifier object)) {
            return;
        }
        if (arguments.get(1) instanceof SyntaxNode.Text name && arguments.size() == 3 && isGetter(arguments.get(2))) {
            // webpack 4: d(exports, "save", function () { return save; })
            getters.add(new Getter(object.name(), name.value(), arguments.get(2), scope));
        } else if (arguments.get(1) instanceof SyntaxNode.ArrayLiteral list && arguments.size() == 2) {
            listed(object.name(), list.elements(), scope);
        } else if (arguments.get(1) instanceof SyntaxNode.ObjectLiteral literal && arguments.size() == 2) {
            for (SyntaxNode member : literal.members()) {
                if (member instanceof SyntaxNode.Property property && isGetter(property.value())) {
                    getters.add(new Getter(object.name(), property.name(), property.value(), scope));
                }
            }
        }
    }

    /** webpack 5: {@code d(exports, ["save", () => save, "key", 0, "a"])}, a value behind each zero. */
    private void listed(String object, List<SyntaxNode> elements, Scope scope) {
        int i = 0;
        while (i + 1 < elements.size() && elements.get(i) instanceof SyntaxNode.Text name) {
            SyntaxNode next = elements.get(i + 1);
            boolean isValue =
                    next instanceof SyntaxNode.Digits zero && zero.text().equals("0");
            if (!(isValue ? i + 2 < elements.size() : isGetter(next))) {
                return;
            }
            getters.add(new Getter(object, name.value(), isValue ? elements.get(i + 2) : next, scope));
            i += isValue ? 3 : 2;
        }
    }

    private static boolean isGetter(SyntaxNode node) {
        return node instanceof SyntaxNode.Function function
                && function.parameters().isEmpty()
                && (!(function.body() instanceof SyntaxNode.Block body)
                        || (body.statements().size() == 1 && body.statements().get(0) instanceof SyntaxNode.Exit));
    }

    void resolve() {
        // Names first: a property belongs to what its object's name stands for.
        for (boolean isProperty : new boolean[] {false, true}) {
            for (Pending one : pending) {
                if (isProperty(one.target()) == isProperty) {
                    assign(one.target(), binding(one), one);
                }
            }
        }
        pending.clear();
        for (Getter getter : getters) {
            table.property(getter.name(), new PropertyWrite(getter.object(), getter.value(), getter.scope()));
            table.find(getter.object(), getter.scope())
                    .ifPresent(symbol -> symbol.member(
                            getter.name(),
                            Binding.of(
                                    isGetter(getter.value()) ? Kind.GETTER : Kind.VALUE,
                                    getter.value(),
                                    getter.scope())));
        }
        getters.clear();
        for (Located one : methods) {
            if (one.node() instanceof SyntaxNode.Call call
                    && call.callee() instanceof SyntaxNode.Member member
                    && member.object() instanceof SyntaxNode.Identifier name) {
                table.find(name.name(), one.scope()).ifPresent(symbol -> {
                    List<Located> calls = member.name().equals("push") ? symbol.pushed() : symbol.setters();
                    calls.add(one);
                });
            }
        }
        methods.clear();
    }

    private static boolean isProperty(SyntaxNode target) {
        return target instanceof SyntaxNode.Member || target instanceof SyntaxNode.Index;
    }

    private static Binding binding(Pending one) {
        return switch (one.operator()) {
            case "=", "||=", "??=", "&&=" -> Binding.of(one.value(), one.scope());
            case "+=" -> Binding.of(Kind.APPENDED, one.value(), one.scope());
            default -> Binding.of(Kind.UNKNOWN, one.value(), one.scope());
        };
    }

    private void assign(SyntaxNode target, Binding binding, Pending one) {
        if (target instanceof SyntaxNode.Identifier name) {
            Symbol symbol =
                    table.find(name.name(), one.scope()).orElseGet(() -> table.global(name.name(), table.top()));
            symbol.bindings().add(repeated(binding, symbol, one));
        } else if (target instanceof SyntaxNode.Member member) {
            property(member.object(), member.name(), binding, one.scope());
        } else if (target instanceof SyntaxNode.Index index && index.index() instanceof SyntaxNode.Text text) {
            property(index.object(), text.value(), binding, one.scope());
        } else if (target instanceof SyntaxNode.Assignment standard) {
            assign(standard.target(), binding.with(standard.value()), one);
        } else if (target instanceof SyntaxNode.ObjectLiteral object) {
            for (SyntaxNode member : object.members()) {
                if (member instanceof SyntaxNode.Property property) {
                    assign(
                            property.value(),
                            binding.with(ScopeDeclarations.longer(binding.path(), property.name())),
                            one);
                }
            }
        } else if (target instanceof SyntaxNode.ArrayLiteral array) {
            for (int i = 0; i < array.elements().size(); i++) {
                assign(
                        array.elements().get(i),
                        binding.with(ScopeDeclarations.longer(binding.path(), Integer.toString(i))),
                        one);
            }
        }
    }

    private static Binding repeated(Binding binding, Symbol symbol, Pending one) {
        boolean isElsewhere = one.loops() > symbol.loops()
                || symbol.scope().ofFunction() != one.scope().ofFunction();
        return binding.kind() == Kind.APPENDED && isElsewhere ? binding.with(Kind.REPEATED) : binding;
    }

    private void property(SyntaxNode object, String name, Binding binding, Scope scope) {
        if (binding.kind() == Kind.VALUE) {
            table.property(name, new PropertyWrite(Target.lastName(object), binding.value(), scope));
        }
        Optional<Shape> shape = shape(object, scope, 0);
        if (shape.isPresent()) {
            shape.get().member(name, binding);
        } else if (object instanceof SyntaxNode.Identifier variable) {
            boolean isCommon =
                    variable.name().equals("exports") || variable.name().equals("module");
            Optional<Symbol> symbol = table.find(variable.name(), scope);
            (symbol.isEmpty() && isCommon ? Optional.of(table.global(variable.name(), table.top())) : symbol)
                    .ifPresent(one -> one.member(name, binding));
        } else if (object instanceof SyntaxNode.Member common
                && common.name().equals("exports")
                && Target.lastName(common.object()).equals("module")
                && scope.find("module").isEmpty()) {
            table.global("exports", table.top()).member(name, binding);
        }
    }

    Optional<Shape> shape(SyntaxNode object, Scope scope) {
        return shape(object, scope, 0);
    }

    /** The shape of what an expression certainly is: this, or a variable with the only value this, or a class. */
    private Optional<Shape> shape(SyntaxNode object, Scope scope, int depth) {
        if (object instanceof SyntaxNode.Keyword keyword && keyword.word().equals("this")) {
            return Optional.of(scope.self());
        }
        if (object instanceof SyntaxNode.Member member && member.name().equals("prototype")) {
            return shape(member.object(), scope, depth);
        }
        if (object instanceof SyntaxNode.Binary choice
                && (choice.operator().equals("||") || choice.operator().equals("??"))) {
            // Keys || (Keys = {})
            return shape(choice.operands().get(choice.operands().size() - 1), scope, depth + 1);
        }
        if (object instanceof SyntaxNode.Assignment assignment) {
            return shape(assignment.value(), scope, depth + 1);
        }
        if (object instanceof SyntaxNode.ObjectLiteral && depth > 0) {
            return Optional.of(table.shape(object, "", scope));
        }
        if (!(object instanceof SyntaxNode.Identifier name) || depth > 3) {
            return Optional.empty();
        }
        Optional<Symbol> symbol = scope.find(name.name());
        if (symbol.isEmpty() || symbol.get().bindings().size() != 1) {
            return Optional.empty();
        }
        Binding binding = symbol.get().bindings().get(0);
        if (!binding.isWhole()) {
            return Optional.empty();
        }
        SyntaxNode value = binding.value();
        boolean isClass = value instanceof SyntaxNode.ClassNode
                || value instanceof SyntaxNode.Function
                || value instanceof SyntaxNode.ObjectLiteral;
        return isClass
                ? Optional.of(table.shape(value, name.name(), binding.scope()))
                : shape(value, binding.scope(), depth + 1);
    }
}
