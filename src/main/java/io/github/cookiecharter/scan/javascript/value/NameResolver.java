package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.javascript.scope.Binding;
import io.github.cookiecharter.scan.javascript.scope.FunctionInfo;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.scope.Symbol;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What names stand for, and what callers pass. */
public final class NameResolver {

    /** A name that is bound more often is no constant. */
    private static final int MOST_BINDINGS = 8;

    private static final int MOST_PASSED = 5_000;

    /** A minified name without a visible declaration identifies nothing. */
    static final int SHORTEST_GLOBAL = 3;

    /**
     * What a caller passes.
     *
     * @param function the function, by its place in the symbol table
     * @param index the argument's place, counted from 0
     * @param property the property of the argument that is meant; empty for the argument itself
     */
    public record Passed(int function, int index, String property) {}

    private final SymbolTable table;
    private final ConstantFolder folder;
    private final SharedConstants constants;
    private final List<Passed> passed = new ArrayList<>();
    private final Map<Passed, Integer> places = new HashMap<>();
    private final Set<Object> ongoing = Collections.newSetFromMap(new IdentityHashMap<>());

    NameResolver(SymbolTable table, ConstantFolder folder, SharedConstants constants) {
        this.table = table;
        this.folder = folder;
        this.constants = constants;
        passed.add(new Passed(0, 0, ""));
    }

    /** What stands behind {@link AbstractString#PARAMETER}. */
    public Passed passed(char c) {
        return passed.get(Math.max(0, Math.min(ScriptValue.parameterOf(c), passed.size() - 1)));
    }

    private ScriptValue parameter(FunctionInfo function, int index, String property) {
        Passed meant = new Passed(function.id(), index, property);
        Integer known = places.get(meant);
        if (known == null) {
            if (passed.size() > MOST_PASSED) {
                return ScriptValue.UNKNOWN;
            }
            known = passed.size();
            places.put(meant, known);
            passed.add(meant);
        }
        return ScriptValue.parameter(known);
    }

    /** The value of an argument, or of the property of it that a function uses. */
    public ScriptValue argument(SyntaxNode argument, Passed meant, Scope scope) {
        if (!meant.property().isEmpty()) {
            return folder.of(property(argument, meant.property()), scope);
        }
        boolean isObject = folder.origins().of(argument, scope).get(0).node() instanceof SyntaxNode.ObjectLiteral;
        return folder.of(isObject ? property(argument, "name") : argument, scope);
    }

    private static SyntaxNode property(SyntaxNode argument, String name) {
        return new SyntaxNode.Member(argument, name, argument.start(), argument.end());
    }

    ScriptValue argument(SyntaxNode argument, Passed meant, Scope scope, int depth) {
        return folder.value(meant.property().isEmpty() ? argument : property(argument, meant.property()), scope, depth);
    }

    /** The value of a variable. */
    ScriptValue variable(SyntaxNode.Identifier identifier, Scope scope, int depth) {
        String name = identifier.name();
        Optional<Symbol> symbol = scope.find(name);
        if (symbol.isEmpty()) {
            return global(name, depth);
        }
        return once(symbol.get(), symbol.get().bindings(), depth).orElseGet(() -> own(symbol.get()));
    }

    /**
     * Returns the value that bindings give; empty if that is being found out already.
     *
     * @param key what has these bindings, by identity
     */
    Optional<ScriptValue> once(Object key, List<Binding> bindings, int depth) {
        if (!ongoing.add(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(bound(bindings, depth));
        } finally {
            ongoing.remove(key);
        }
    }

    /** What a parameter is that is given a value made of itself. */
    private ScriptValue own(Symbol symbol) {
        for (Binding binding : symbol.bindings()) {
            if (binding.kind() == Binding.Kind.PARAMETER && binding.path().size() < 2) {
                return parameter(binding);
            }
        }
        return ScriptValue.UNKNOWN;
    }

    ScriptValue parameter(Binding binding) {
        String property = binding.path().isEmpty() ? "" : binding.path().get(0);
        return table.info(binding.value())
                .filter(function -> binding.path().size() < 2)
                .map(function -> parameter(function, binding.index(), property))
                .orElse(ScriptValue.UNKNOWN);
    }

    private ScriptValue bound(List<Binding> bindings, int depth) {
        if (bindings.size() > MOST_BINDINGS || isCounter(bindings)) {
            return ScriptValue.UNKNOWN;
        }
        ScriptValue value = ScriptValue.UNKNOWN;
        for (Binding binding : bindings) {
            boolean appends = binding.kind() == Binding.Kind.APPENDED || binding.kind() == Binding.Kind.REPEATED;
            if (!appends) {
                ScriptValue next = value(binding, depth);
                value = next.equals(value) ? value : value.or(next);
            }
        }
        for (Binding binding : bindings) {
            if (binding.kind() == Binding.Kind.APPENDED) {
                value = value.then(folder.value(binding.value(), binding.scope(), depth));
            } else if (binding.kind() == Binding.Kind.REPEATED) {
                value = value.then(ScriptValue.UNKNOWN);
            }
        }
        return value;
    }

    /** Returns whether a name is a number that changes, or something else that no text can be. */
    private boolean isCounter(List<Binding> bindings) {
        boolean isNumber = false;
        boolean adds = false;
        for (Binding binding : bindings) {
            switch (binding.kind()) {
                case UNKNOWN -> {
                    return true;
                }
                case VALUE ->
                    isNumber |= folder.numbers()
                            .of(binding.value(), binding.scope())
                            .isPresent();
                case APPENDED, REPEATED -> adds = true;
                default -> {}
            }
        }
        return isNumber && adds;
    }

    private ScriptValue value(Binding binding, int depth) {
        return switch (binding.kind()) {
            case VALUE ->
                binding.path().isEmpty()
                        ? folder.value(binding.value(), binding.scope(), depth)
                        : along(folder.origins().of(binding.value(), binding.scope()), binding, depth);
            case ELEMENT -> elements(binding.value(), binding, depth);
            case KEY -> keys(binding, depth);
            case PARAMETER -> passedOrEach(binding, depth);
            case IMPORT -> imported(binding);
            case GETTER -> getter(binding, depth);
            default -> ScriptValue.UNKNOWN;
        };
    }

    private ScriptValue fallback(Binding binding, int depth) {
        return binding.hasFallback() ? folder.value(binding.fallback(), binding.scope(), depth) : ScriptValue.UNKNOWN;
    }

    /** The values at the end of the path of a pattern. */
    private ScriptValue along(List<Located> objects, Binding binding, int depth) {
        ScriptValue any = fallback(binding, depth);
        for (Located object : objects) {
            SyntaxNode node = object.node();
            for (String step : binding.path()) {
                node = new SyntaxNode.Member(node, step, node.start(), node.end());
            }
            any = any.or(folder.value(node, object.scope(), depth));
        }
        return any;
    }

    private ScriptValue elements(SyntaxNode list, Binding binding, int depth) {
        List<Located> elements = folder.origins().elements(list, binding.scope());
        return elements.isEmpty() ? ScriptValue.UNKNOWN : along(elements, binding, depth);
    }

    private ScriptValue keys(Binding binding, int depth) {
        List<String> keys = new ArrayList<>();
        for (Located object : folder.origins().of(binding.value(), binding.scope())) {
            if (object.node() instanceof SyntaxNode.ObjectLiteral literal) {
                for (SyntaxNode member : literal.members()) {
                    if (!(member instanceof SyntaxNode.Property property)
                            || property.name().isEmpty()) {
                        return ScriptValue.UNKNOWN;
                    }
                    keys.add(property.name());
                }
            }
        }
        return depth > 0 && !keys.isEmpty() ? ScriptValue.ofAll(keys) : ScriptValue.UNKNOWN;
    }

    private ScriptValue passedOrEach(Binding binding, int depth) {
        ScriptValue value = ScriptValue.UNKNOWN;
        Optional<Located> list = table.passedTo(binding.value());
        if (list.isPresent() && binding.index() == 0) {
            List<Located> elements =
                    folder.origins().elements(list.get().node(), list.get().scope());
            value = elements.isEmpty() ? value : along(elements, binding, depth);
        }
        if (value.isUnknown()) {
            value = parameter(binding);
        }
        return fallback(binding, depth).or(value);
    }

    private ScriptValue getter(Binding binding, int depth) {
        ScriptValue any = ScriptValue.UNKNOWN;
        Optional<FunctionInfo> function = table.info(binding.value());
        if (function.isPresent() && ongoing.add(function.get())) {
            for (Located value : function.get().returns()) {
                any = any.or(folder.value(value.node(), value.scope(), depth));
            }
            ongoing.remove(function.get());
        }
        return any;
    }

    private ScriptValue imported(Binding binding) {
        String name = binding.path().get(0);
        if (name.equals("*")) {
            return ScriptValue.UNKNOWN;
        }
        ScriptValue linked = exported(binding.value(), List.of(name));
        return linked.isUnknown() ? found(name) : linked;
    }

    List<Located> arrays(String module, List<String> path) {
        return constants.arrays(module, path);
    }

    /** The text that a module exports, by its import or the call that loads it. */
    ScriptValue exported(SyntaxNode loaded, List<String> path) {
        String module = "";
        if (loaded instanceof SyntaxNode.Import declaration) {
            module = declaration.module();
        } else if (loaded instanceof SyntaxNode.Call call
                && !call.arguments().isEmpty()
                && call.arguments().get(0) instanceof SyntaxNode.Text text) {
            module = text.value();
        }
        List<String> text = module.isEmpty() ? List.of() : constants.exported(module, path);
        return text.isEmpty() ? ScriptValue.UNKNOWN : ScriptValue.of(text.get(0));
    }

    private ScriptValue global(String name, int depth) {
        if (name.length() < SHORTEST_GLOBAL || name.indexOf(AbstractString.UNKNOWN) >= 0) {
            return ScriptValue.UNKNOWN;
        }
        Optional<Symbol> symbol = table.global(name);
        return symbol.filter(one -> one.bindings().size() == 1)
                .flatMap(one -> once(one, one.bindings(), depth))
                .orElseGet(() -> found(name));
    }

    ScriptValue found(String name) {
        List<String> text = constants.find(name);
        return text.isEmpty() ? ScriptValue.UNKNOWN : ScriptValue.of(text.get(0));
    }
}
