package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.scan.javascript.scope.Binding;
import io.github.cookiecharter.scan.javascript.scope.FunctionInfo;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.scope.Shape;
import io.github.cookiecharter.scan.javascript.scope.Symbol;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows an expression to where its value comes from: through variables, properties, conditions, and calls of functions of
 * the same file, to literals, functions and classes; where that is not possible, to the name that cannot be followed.
 */
public final class Origins {

    private static final int DEEPEST = 12;
    private static final int MOST = 16;
    private static final int MOST_BINDINGS = 8;
    private static final int MOST_STEPS = 600;

    private static final Set<String> WINDOWS =
            Set.of("window", "self", "globalThis", "top", "parent", "frames", "unsafeWindow");

    private static final Set<String> SAME = Set.of(
            "freeze", "seal", "preventExtensions", "useCallback", "memo", "markRaw", "reactive", "readonly", "toRaw");

    private static final Set<String> MERGES = Set.of("assign", "extend", "merge", "defaults", "defaultsDeep");

    private final SymbolTable table;
    private final ConstantFolder folder;
    private final MemberFinder members;
    private final Set<Object> ongoing = Collections.newSetFromMap(new IdentityHashMap<>());
    private int steps;
    private int nesting;

    Origins(SymbolTable table, ConstantFolder folder) {
        this.table = table;
        this.folder = folder;
        this.members = new MemberFinder(table, this);
    }

    /** Where the value of an expression may come from: at least one node. */
    public List<Located> of(SyntaxNode node, Scope scope) {
        if (nesting == 0) {
            steps = MOST_STEPS;
        }
        List<Located> found = new ArrayList<>(2);
        collect(node, scope, found);
        if (found.isEmpty()) {
            found.add(new Located(node, scope));
        }
        return found;
    }

    /** Where the value of a property may come from; empty where the object is not known to have it. */
    public List<Located> member(Located object, String name) {
        List<Located> found = new ArrayList<>(1);
        members.collect(object, name, found);
        return found;
    }

    void collect(SyntaxNode node, Scope scope, List<Located> found) {
        if (nesting >= DEEPEST || steps-- <= 0 || found.size() >= MOST) {
            found.add(new Located(node, scope));
            return;
        }
        nesting++;
        try {
            follow(node, scope, found);
        } finally {
            nesting--;
        }
    }

    private void follow(SyntaxNode node, Scope scope, List<Located> found) {
        if (node instanceof SyntaxNode.Identifier identifier) {
            identifier(identifier, scope, found);
        } else if (node instanceof SyntaxNode.Member member) {
            member(node, member.object(), member.name(), scope, found);
        } else if (node instanceof SyntaxNode.Index index) {
            List<String> key = folder.key(index.index(), scope);
            if (key.isEmpty()) {
                found.add(new Located(node, scope));
            } else {
                member(node, index.object(), key.get(0), scope, found);
            }
        } else if (node instanceof SyntaxNode.Conditional conditional) {
            collect(conditional.then(), scope, found);
            collect(conditional.otherwise(), scope, found);
        } else if (node instanceof SyntaxNode.Binary binary) {
            binary(binary, scope, found);
        } else if (node instanceof SyntaxNode.Assignment assignment) {
            collect(assignment.value(), scope, found);
        } else if (node instanceof SyntaxNode.Sequence sequence
                && !sequence.expressions().isEmpty()) {
            collect(sequence.expressions().get(sequence.expressions().size() - 1), scope, found);
        } else if (node instanceof SyntaxNode.Unary unary && unary.operator().equals("await")) {
            collect(unary.operand(), scope, found);
        } else if (node instanceof SyntaxNode.Call call && !call.isNew()) {
            call(call, scope, found);
        } else {
            found.add(new Located(node, scope));
        }
    }

    private void binary(SyntaxNode.Binary binary, Scope scope, List<Located> found) {
        List<SyntaxNode> operands = binary.operands();
        switch (binary.operator()) {
            case "||", "??" -> operands.forEach(operand -> collect(operand, scope, found));
            case "&&" -> collect(operands.get(operands.size() - 1), scope, found);
            default -> found.add(new Located(binary, scope));
        }
    }

    private void identifier(SyntaxNode.Identifier identifier, Scope scope, List<Located> found) {
        Optional<Symbol> symbol = table.find(identifier.name(), scope);
        boolean isUseless = symbol.isEmpty()
                || symbol.get().bindings().isEmpty()
                || symbol.get().bindings().size() > MOST_BINDINGS;
        if (isUseless || !ongoing.add(symbol.get())) {
            found.add(new Located(identifier, scope));
            return;
        }
        int before = found.size();
        for (Binding binding : symbol.get().bindings()) {
            switch (binding.kind()) {
                case VALUE, ELEMENT -> bound(identifier, scope, binding, found);
                case PARAMETER -> {
                    found.add(new Located(identifier, scope));
                    fallback(binding, found);
                }
                case IMPORT -> found.add(new Located(identifier, scope));
                default -> {}
            }
        }
        if (found.size() == before) {
            found.add(new Located(identifier, scope));
        }
        ongoing.remove(symbol.get());
    }

    private void fallback(Binding binding, List<Located> found) {
        if (binding.hasFallback()) {
            collect(binding.fallback(), binding.scope(), found);
        }
    }

    /** Follows a value with a path of properties. */
    private void bound(SyntaxNode name, Scope scope, Binding binding, List<Located> found) {
        boolean isElement = binding.kind() == Binding.Kind.ELEMENT;
        if (binding.path().isEmpty() && !isElement) {
            collect(binding.value(), binding.scope(), found);
            return;
        }
        List<Located> all =
                isElement ? elements(binding.value(), binding.scope()) : of(binding.value(), binding.scope());
        for (String step : binding.path()) {
            List<Located> next = new ArrayList<>();
            for (Located one : all) {
                int before = next.size();
                members.collect(one, step, next);
                if (next.size() == before) {
                    // What stands in an array has no name but that of the variable.
                    next.add(isNumber(step) ? new Located(name, scope) : unfollowed(one, step));
                }
            }
            all = next;
        }
        all.stream().limit(MOST).forEach(found::add);
        fallback(binding, found);
    }

    private static boolean isNumber(String step) {
        return !step.isEmpty() && Character.isDigit(step.charAt(0));
    }

    private static Located unfollowed(Located object, String name) {
        SyntaxNode node = object.node();
        return new Located(new SyntaxNode.Member(node, name, node.start(), node.end()), object.scope());
    }

    private void member(SyntaxNode node, SyntaxNode object, String name, Scope scope, List<Located> found) {
        int before = found.size();
        if (object instanceof SyntaxNode.Identifier variable) {
            table.find(variable.name(), scope).ifPresent(symbol -> members.bindings(symbol.member(name), found));
        }
        List<Located> objects = of(object, scope);
        for (Located one : objects) {
            members.collect(one, name, found);
        }
        if (found.size() > before) {
            return;
        }
        for (Located one : objects) {
            found.add(one.node() == object ? new Located(node, scope) : unfollowed(one, name));
        }
    }

    private void call(SyntaxNode.Call call, Scope scope, List<Located> found) {
        String name = lastName(call.callee());
        List<SyntaxNode> arguments = call.arguments();
        if (SAME.contains(name) && !arguments.isEmpty()) {
            collect(arguments.get(0), scope, found);
            return;
        }
        if (MERGES.contains(name) && arguments.size() > 1 && call.callee() instanceof SyntaxNode.Member) {
            List<SyntaxNode> spreads = new ArrayList<>();
            for (SyntaxNode argument : arguments) {
                spreads.add(new SyntaxNode.Spread(argument, argument.start(), argument.end()));
            }
            found.add(new Located(new SyntaxNode.ObjectLiteral(spreads, call.start(), call.end()), scope));
            return;
        }
        if (name.equals("bind") && call.callee() instanceof SyntaxNode.Member member) {
            collect(member.object(), scope, found);
            return;
        }
        int before = found.size();
        for (Located callee : of(call.callee(), scope)) {
            returned(callee, found);
        }
        if (found.size() == before) {
            found.add(new Located(call, scope));
        }
    }

    /** Follows what a function returns. */
    void returned(Located callee, List<Located> found) {
        Optional<FunctionInfo> function = table.info(callee.node());
        if (function.isEmpty() || function.get().returns().size() > MOST_BINDINGS || !ongoing.add(function.get())) {
            return;
        }
        for (Located value : function.get().returns()) {
            collect(value.node(), value.scope(), found);
        }
        ongoing.remove(function.get());
    }

    /** The elements of an array, as far as it is known. */
    List<Located> elements(SyntaxNode node, Scope scope) {
        List<Located> elements = new ArrayList<>();
        for (Located one : of(node, scope)) {
            if (one.node() instanceof SyntaxNode.ArrayLiteral array) {
                array.elements().forEach(element -> elements.add(new Located(element, one.scope())));
            } else if (one.node() instanceof SyntaxNode.Call call
                    && !call.arguments().isEmpty()
                    && call.callee() instanceof SyntaxNode.Member member
                    && lastName(member.object()).equals("Object")) {
                entries(member.name(), call.arguments().get(0), one.scope(), elements);
            }
        }
        return elements;
    }

    /** {@code Object.keys}, {@code Object.values} and {@code Object.entries}. */
    private void entries(String method, SyntaxNode object, Scope scope, List<Located> elements) {
        for (Located one : of(object, scope)) {
            if (!(one.node() instanceof SyntaxNode.ObjectLiteral literal)) {
                continue;
            }
            for (SyntaxNode member : literal.members()) {
                if (member instanceof SyntaxNode.Property property
                        && !property.name().isEmpty()) {
                    SyntaxNode key = new SyntaxNode.Text(property.name(), property.start(), property.end());
                    SyntaxNode value = property.value();
                    SyntaxNode element = switch (method) {
                        case "keys" -> key;
                        case "values" -> value;
                        default -> new SyntaxNode.ArrayLiteral(List.of(key, value), property.start(), property.end());
                    };
                    elements.add(new Located(element, one.scope()));
                }
            }
        }
    }

    /** The last name of an expression: of {@code a.b.c} and of {@code a.b.c()} it is {@code c}. */
    public static String lastName(SyntaxNode node) {
        if (node instanceof SyntaxNode.Identifier identifier) {
            return identifier.name();
        }
        if (node instanceof SyntaxNode.Member member) {
            return member.name();
        }
        if (node instanceof SyntaxNode.Index index && index.index() instanceof SyntaxNode.Text text) {
            return text.value();
        }
        if (node instanceof SyntaxNode.Keyword keyword) {
            return keyword.word();
        }
        return "";
    }

    /** Returns whether a name that no scope declares is the window. */
    public static boolean isWindow(String name) {
        return WINDOWS.contains(name);
    }

    /** The shape of what {@code this} is in a scope, with its place. */
    static Optional<Located> self(Scope scope) {
        Shape shape = scope.self();
        return shape.scope().map(around -> new Located(shape.owner(), around));
    }
}
