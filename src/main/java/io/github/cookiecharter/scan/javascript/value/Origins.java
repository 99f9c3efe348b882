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

    /** Methods of arrays whose result has elements of the array alone. */
    private static final Set<String> KEEPS_ELEMENTS =
            Set.of("filter", "slice", "sort", "reverse", "concat", "toSorted", "toReversed");

    private final SymbolTable table;
    private final ConstantFolder folder;
    private final MemberFinder members;
    private final BundledModules modules;
    private final Set<Object> ongoing = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean followsCalls = true;
    private int steps;
    private int nesting;

    Origins(SymbolTable table, ConstantFolder folder) {
        this.table = table;
        this.folder = folder;
        this.members = new MemberFinder(table, this);
        this.modules = new BundledModules(table, this);
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
        } else if (node instanceof SyntaxNode.Call call && !call.isNew() && followsCalls) {
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
                case PARAMETER -> parameter(identifier, scope, binding, found);
                case IMPORT -> {
                    List<Located> arrays = binding.value() instanceof SyntaxNode.Import declaration
                            ? folder.names().arrays(declaration.module(), binding.path())
                            : List.of();
                    found.addAll(arrays.isEmpty() ? List.of(new Located(identifier, scope)) : arrays);
                }
                default -> {}
            }
        }
        if (found.size() == before) {
            found.add(new Located(identifier, scope));
        }
        ongoing.remove(symbol.get());
    }

    /** A parameter: each element of an array where its function is given to the array's method, else unknown. */
    private void parameter(SyntaxNode.Identifier identifier, Scope scope, Binding binding, List<Located> found) {
        int before = found.size();
        if (binding.index() == 0) {
            table.passedTo(binding.value()).ifPresent(list -> {
                List<Located> elements = elements(list.node(), list.scope());
                along(elements, binding.path(), identifier, scope).stream()
                        .limit(MOST)
                        .forEach(found::add);
            });
        }
        if (found.size() == before) {
            found.add(new Located(identifier, scope));
        }
        fallback(binding, found);
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
        along(all, binding.path(), name, scope).stream().limit(MOST).forEach(found::add);
        fallback(binding, found);
    }

    private List<Located> along(List<Located> objects, List<String> path, SyntaxNode name, Scope scope) {
        List<Located> all = objects;
        for (String step : path) {
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
        return all;
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
        if (name.equals("default") && ofHelper(object, scope, found)) {
            return;
        }
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

    /** {@code toModule(require_a()).default}: compilers' helpers give a module that has no default one. */
    private boolean ofHelper(SyntaxNode object, Scope scope, List<Located> found) {
        for (Located maker : makers(object, scope)) {
            if (maker.node() instanceof SyntaxNode.Call call
                    && !call.arguments().isEmpty()
                    && call.arguments().size() < 3
                    && call.arguments().get(0) instanceof SyntaxNode.Call) {
                modules.byDefault(new Located(call.arguments().get(0), maker.scope()), found);
                return true;
            }
        }
        return false;
    }

    private void call(SyntaxNode.Call call, Scope scope, List<Located> found) {
        String name = lastName(call.callee());
        List<SyntaxNode> arguments = call.arguments();
        if (SAME.contains(name) && !arguments.isEmpty()) {
            collect(arguments.get(0), scope, found);
            return;
        }
        if (MERGES.contains(name) && arguments.size() > 1 && call.callee() instanceof SyntaxNode.Member) {
            found.add(merged(arguments, call, scope));
            return;
        }
        if (name.equals("bind") && call.callee() instanceof SyntaxNode.Member member) {
            collect(member.object(), scope, found);
            return;
        }
        if (name.equals("create") && isObject(call.callee()) && !arguments.isEmpty()) {
            collect(arguments.get(0), scope, found);
            return;
        }
        if (modules.collect(call, scope, found)) {
            return;
        }
        int before = found.size();
        for (Located callee : of(call.callee(), scope)) {
            if (isMerge(callee) && !arguments.isEmpty()) {
                found.add(merged(arguments, call, scope));
            } else {
                returned(callee, found);
            }
        }
        if (found.size() == before) {
            found.add(new Located(call, scope));
        }
    }

    private static boolean isObject(SyntaxNode callee) {
        return callee instanceof SyntaxNode.Member member
                && lastName(member.object()).equals("Object");
    }

    private static Located merged(List<SyntaxNode> arguments, SyntaxNode.Call call, Scope scope) {
        List<SyntaxNode> spreads = new ArrayList<>();
        for (SyntaxNode argument : arguments) {
            spreads.add(new SyntaxNode.Spread(argument, argument.start(), argument.end()));
        }
        return new Located(new SyntaxNode.ObjectLiteral(spreads, call.start(), call.end()), scope);
    }

    /**
     * Returns whether a function copies the properties of its other arguments to its first one and returns that: what
     * compilers make of {@code {...a, ...b}}.
     */
    private boolean isMerge(Located callee) {
        Optional<FunctionInfo> function = table.info(callee.node());
        if (function.isEmpty()
                || function.get().returns().size() != 1
                || !(function.get().node().body() instanceof SyntaxNode.Block body)
                || function.get().node().parameters().isEmpty()
                || !(function.get().node().parameters().get(0) instanceof SyntaxNode.Identifier first)) {
            return false;
        }
        boolean returnsFirst = function.get().returns().get(0).node() instanceof SyntaxNode.Identifier returned
                && returned.name().equals(first.name());
        return returnsFirst && body.statements().stream().anyMatch(Origins::copies);
    }

    private static boolean copies(SyntaxNode statement) {
        SyntaxNode loop = statement;
        while (loop instanceof SyntaxNode.Loop outer) {
            loop = outer.body();
        }
        if (loop instanceof SyntaxNode.Block block) {
            return block.statements().stream().anyMatch(Origins::copies);
        }
        return loop instanceof SyntaxNode.ForEach each && !each.isOf();
    }

    /** The calls that make an object or function, not followed to what they return: {@code new Store("a")}, {@code bucket("b")}. */
    public List<Located> makers(SyntaxNode node, Scope scope) {
        boolean before = followsCalls;
        followsCalls = false;
        try {
            return of(node, scope).stream()
                    .filter(origin -> origin.node() instanceof SyntaxNode.Call)
                    .toList();
        } finally {
            followsCalls = before;
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
        if (nesting == 0) {
            steps = MOST_STEPS;
        }
        if (nesting >= DEEPEST) {
            return elements;
        }
        nesting++;
        elements(node, scope, elements);
        nesting--;
        return elements;
    }

    private void elements(SyntaxNode node, Scope scope, List<Located> elements) {
        for (Located one : of(node, scope)) {
            if (one.node() instanceof SyntaxNode.ArrayLiteral array) {
                listed(array, one.scope(), elements);
            } else if (one.node() instanceof SyntaxNode.Call call
                    && call.callee() instanceof SyntaxNode.Member member
                    && KEEPS_ELEMENTS.contains(member.name())) {
                elements.addAll(elements(member.object(), one.scope()));
                if (member.name().equals("concat")) {
                    call.arguments().forEach(argument -> elements.addAll(elements(argument, one.scope())));
                }
            } else if (one.node() instanceof SyntaxNode.Call call
                    && !call.arguments().isEmpty()
                    && call.callee() instanceof SyntaxNode.Member member
                    && lastName(member.object()).equals("Object")) {
                entries(member.name(), call.arguments().get(0), one.scope(), elements);
            }
        }
    }

    private void listed(SyntaxNode.ArrayLiteral array, Scope scope, List<Located> elements) {
        for (SyntaxNode element : array.elements()) {
            if (element instanceof SyntaxNode.Spread spread) {
                elements.addAll(elements(spread.argument(), scope));
            } else {
                elements.add(new Located(element, scope));
            }
        }
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
