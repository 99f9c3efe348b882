package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Binding;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Function;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Key;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Parameter;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Property;
import io.github.cookiecharter.scan.javascript.syntax.ExpressionExtent;
import io.github.cookiecharter.scan.javascript.syntax.ExpressionExtent.Range;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What names stand for: variables, parameters, properties, and the results of small functions of the same file. */
public final class NameResolver {

    /** A name that is bound more often in one scope is no constant. */
    private static final int MOST_BINDINGS = 8;

    private static final int MOST_PROPERTIES = 40;

    /** A minified name without a visible declaration identifies nothing. */
    private static final int SHORTEST_GLOBAL = 3;

    /**
     * What a caller passes.
     *
     * @param function the function, by its place in the outline
     * @param index the argument's place, counted from 0
     * @param property the property of the argument that is meant; empty for the argument itself
     */
    public record Passed(int function, int index, String property) {}

    private final SymbolTable outline;
    private final Tokens tokens;
    private final ConstantFolder expressions;
    private final SharedConstants constants;
    private final List<Passed> passed = new ArrayList<>();
    private final Set<Object> ongoing = new HashSet<>();

    NameResolver(SymbolTable outline, ConstantFolder expressions, SharedConstants constants) {
        this.outline = outline;
        this.tokens = outline.tokens;
        this.expressions = expressions;
        this.constants = constants;
        passed.add(new Passed(0, 0, ""));
    }

    /** What stands behind {@link AbstractString#PARAMETER}. */
    public Passed passed(char c) {
        return passed.get(Math.max(0, Math.min(ScriptValue.parameterOf(c), passed.size() - 1)));
    }

    private ScriptValue parameter(int function, int index, String property) {
        Passed meant = new Passed(function, index, property);
        int known = passed.indexOf(meant);
        if (known < 0) {
            if (passed.size() > 5_000) {
                return ScriptValue.UNKNOWN;
            }
            known = passed.size();
            passed.add(meant);
        }
        return ScriptValue.parameter(known);
    }

    /** The value of names with dots between two tokens. */
    ScriptValue chain(int first, int last, int depth) {
        if (first == last) {
            return variable(first, depth);
        }
        List<String> path = new ArrayList<>();
        for (int i = first + 1; i <= last && path.size() < 6; i++) {
            if (tokens.isIdentifier(i)) {
                path.add(tokens.text(i));
            } else if (tokens.isString(i)) {
                path.add(tokens.value(i));
            }
        }
        return member(first, path, depth);
    }

    /** The value of a variable, where this token uses it. */
    private ScriptValue variable(int token, int depth) {
        String name = tokens.text(token);
        int scope = outline.declaring(name, outline.scopeAt(token));
        if (scope < 0) {
            return global(name, depth);
        }
        Key key = new Key(name, scope);
        if (!ongoing.add(key)) {
            return own(name, scope, depth);
        }
        try {
            return bound(name, scope, depth);
        } finally {
            ongoing.remove(key);
        }
    }

    private ScriptValue own(String name, int scope, int depth) {
        int parameter = outline.parameter(name, scope);
        return parameter < 0 ? ScriptValue.UNKNOWN : parameter(scope, parameter, depth);
    }

    private ScriptValue parameter(int scope, int index, int depth) {
        int function = outline.scopes.get(scope).function();
        Parameter parameter = outline.functions.get(function).parameters().get(index);
        ScriptValue value = each(function, parameter, depth);
        if (value.isUnknown()) {
            value = parameter(function, parameter.index(), parameter.property());
        }
        return parameter.fallback() < 0
                ? value
                : expressions.inner(parameter.fallback(), depth + 1).or(value);
    }

    /** {@code ["a", "b"].forEach(function (name) {…})}: the elements. */
    private ScriptValue each(int function, Parameter parameter, int depth) {
        Function meant = outline.functions.get(function);
        if (!meant.name().isEmpty() || parameter.index() != 0) {
            return ScriptValue.UNKNOWN;
        }
        for (int i = meant.body() - 1; i > meant.body() - 12 && i > 4; i--) {
            if (tokens.is(i, "(")
                    && (tokens.is(i - 1, "forEach") || tokens.is(i - 1, "map"))
                    && tokens.is(i - 2, ".")) {
                return listed(i - 3, depth);
            }
        }
        return ScriptValue.UNKNOWN;
    }

    private ScriptValue listed(int last, int depth) {
        if (tokens.is(last, "]") && tokens.opening(last) < last) {
            return expressions.elements(tokens.opening(last), depth + 1);
        }
        int literal = tokens.isIdentifier(last) && !tokens.is(last - 1, ".") ? initializer(last) : -1;
        return tokens.is(literal, "[") ? expressions.elements(literal, depth + 1) : ScriptValue.UNKNOWN;
    }

    private ScriptValue bound(String name, int scope, int depth) {
        List<Binding> all = new ArrayList<>(outline.declared.getOrDefault(new Key(name, scope), List.of()));
        all.addAll(outline.assigned.getOrDefault(new Key(name, scope), List.of()));
        boolean isParameter = outline.parameter(name, scope) >= 0;
        if (all.size() > MOST_BINDINGS) {
            return ScriptValue.UNKNOWN;
        }
        ScriptValue value = isParameter ? own(name, scope, depth) : ScriptValue.UNKNOWN;
        for (Binding binding : all) {
            if (binding.value() >= 0 && !binding.appends()) {
                ScriptValue next = value(binding, depth);
                value = isParameter && next.equals(value) ? value : value.or(next);
            }
        }
        for (Binding binding : all) {
            if (binding.appends()) {
                value = value.then(value(binding, depth));
            }
        }
        return value;
    }

    private ScriptValue value(Binding binding, int depth) {
        if (binding.property().isEmpty()) {
            return expressions.inner(binding.value(), depth + 1);
        }
        if (binding.property().equals("*")) {
            int end = ExpressionExtent.end(tokens, binding.value());
            return tokens.is(binding.value(), "[")
                    ? expressions.elements(binding.value(), depth + 1)
                    : end == binding.value() + 1 ? listed(binding.value(), depth) : ScriptValue.UNKNOWN;
        }
        return tokens.isIdentifier(binding.value())
                ? member(binding.value(), List.of(binding.property()), depth)
                : ScriptValue.UNKNOWN;
    }

    private ScriptValue global(String name, int depth) {
        SymbolTable.Import imported = outline.imports.get(name);
        if (imported != null) {
            return found(imported.name().equals("default") ? name : imported.name());
        }
        if (name.length() < SHORTEST_GLOBAL || name.indexOf(AbstractString.UNKNOWN) >= 0) {
            return ScriptValue.UNKNOWN;
        }
        List<Binding> assigned = outline.assigned.getOrDefault(new Key(name, -1), List.of());
        if (assigned.size() == 1 && !assigned.get(0).appends() && ongoing.add(name)) {
            try {
                return expressions.inner(assigned.get(0).value(), depth + 1);
            } finally {
                ongoing.remove(name);
            }
        }
        return found(name);
    }

    private ScriptValue found(String name) {
        List<String> text = constants.find(name);
        return text.isEmpty() ? ScriptValue.UNKNOWN : ScriptValue.of(text.get(0));
    }

    private ScriptValue member(int first, List<String> path, int depth) {
        String base = tokens.text(first);
        String last = path.get(path.size() - 1);
        boolean isSelf = base.equals("this") || base.equals("self") || base.equals("_this") || base.equals("that");
        if (!isSelf && tokens.isIdentifier(first)) {
            int scope = outline.declaring(base, outline.scopeAt(first));
            int index = scope < 0 ? -1 : outline.parameter(base, scope);
            if (index >= 0 && path.size() == 1) {
                int function = outline.scopes.get(scope).function();
                Parameter parameter =
                        outline.functions.get(function).parameters().get(index);
                if (parameter.property().isEmpty()) {
                    return parameter(function, parameter.index(), last);
                }
            }
            int literal = initializer(first);
            if (literal >= 0) {
                int value = descend(literal, path);
                if (value >= 0) {
                    return expressions.inner(value, depth + 1);
                }
            }
            if (scope < 0 && base.length() >= SHORTEST_GLOBAL) {
                SymbolTable.Import imported = outline.imports.getOrDefault(base, new SymbolTable.Import("", base));
                String object = imported.name().equals("default") ? base : imported.name();
                ScriptValue found = found(object.equals("*") ? last : object + '.' + String.join(".", path));
                if (!found.isUnknown()) {
                    return found;
                }
            }
        }
        return property(path.size() > 1 ? path.get(path.size() - 2) : base, last, depth);
    }

    /** The first token of the only value of a variable, or -1. */
    public int initializer(int token) {
        String name = tokens.text(token);
        int scope = outline.declaring(name, outline.scopeAt(token));
        if (scope < 0 || outline.parameter(name, scope) >= 0) {
            return -1;
        }
        List<Binding> all = outline.declared.getOrDefault(new Key(name, scope), List.of());
        if (all.size() != 1 || !all.get(0).property().isEmpty()) {
            return -1;
        }
        int value = all.get(0).value();
        while (tokens.is(value, "(")
                || (tokens.is(value + 3, "(") && tokens.is(value, "Object") && tokens.is(value + 2, "freeze"))) {
            value += tokens.is(value, "(") ? 1 : 4;
        }
        return value;
    }

    /** The first token of the value that a path leads to in an object literal, or -1. */
    private int descend(int literal, List<String> path) {
        int at = literal;
        for (String key : path) {
            at = valueOf(at, key);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    /** The first token of a key's value in the object literal whose brace this is, or -1. */
    public int valueOf(int open, String key) {
        int close = tokens.partner(open);
        if (!tokens.is(open, "{") || close < 0) {
            return -1;
        }
        int steps = 0;
        for (int i = open + 1; i < close && steps++ < 3_000; i = tokens.after(i)) {
            boolean starts = i == open + 1 || tokens.is(i - 1, ",");
            boolean named =
                    tokens.is(i, key) || (tokens.isString(i) && tokens.value(i).equals(key));
            if (starts && named) {
                if (tokens.is(i + 1, ":")) {
                    return i + 2;
                }
                return tokens.is(i + 1, ",") || i + 1 == close ? i : -1;
            }
        }
        return -1;
    }

    /** The value of a property: that of the object or class by its name, else the only one that the file gives it. */
    private ScriptValue property(String owner, String name, int depth) {
        List<Property> all = outline.properties.getOrDefault(name, List.of());
        String key = "." + name;
        if (all.isEmpty() || all.size() > MOST_PROPERTIES || !ongoing.add(key)) {
            return all.isEmpty() ? getter(name, depth) : ScriptValue.UNKNOWN;
        }
        try {
            ScriptValue owned = ScriptValue.UNKNOWN;
            ScriptValue any = ScriptValue.UNKNOWN;
            int values = 0;
            for (Property property : all) {
                ScriptValue value = expressions.inner(property.value(), depth + 1);
                values += value.isUnknown() ? 0 : 1;
                any = any.or(value);
                if (property.owner().equals(owner) || (property.owner().equals("this") && owner.equals("this"))) {
                    owned = owned.or(value);
                }
            }
            boolean isRare = all.size() - values <= 2 && name.length() >= SHORTEST_GLOBAL;
            if (!owned.isUnknown() && owned.texts().size() <= 4) {
                return owned;
            }
            // An empty text is a default that a configuration is meant to replace.
            return any.texts().size() == 1 && isRare && !any.text().isEmpty() ? any : ScriptValue.UNKNOWN;
        } finally {
            ongoing.remove(key);
        }
    }

    private ScriptValue getter(String name, int depth) {
        List<Integer> all = outline.functionsByName.getOrDefault(name, List.of());
        if (all.size() != 1 || !outline.functions.get(all.get(0)).isMember()) {
            return ScriptValue.UNKNOWN;
        }
        Function function = outline.functions.get(all.get(0));
        boolean isGetter = tokens.is(function.body() - 3, name) && tokens.is(function.body() - 4, "get");
        return isGetter ? result(all.get(0), List.of(), depth) : ScriptValue.UNKNOWN;
    }

    /** The result of a function that is called by this name. */
    ScriptValue called(int name, List<Range> arguments, int depth) {
        int function = function(name);
        return function < 0 ? ScriptValue.UNKNOWN : result(function, arguments, depth);
    }

    /** Returns the function that a call by this name calls, or -1 if it is ambiguous. */
    int function(int name) {
        String text = tokens.text(name);
        List<Integer> all = outline.functionsByName.getOrDefault(text, List.of());
        if (all.isEmpty()) {
            return -1;
        }
        if (tokens.is(name - 1, ".") || tokens.is(name - 1, "?.")) {
            return all.size() == 1 && text.length() > 1 ? all.get(0) : -1;
        }
        int scope = outline.declaring(text, outline.scopeAt(name));
        List<Integer> here = outline.functionsIn.getOrDefault(new Key(text, scope), List.of());
        return here.size() == 1 ? here.get(0) : -1;
    }

    private ScriptValue result(int function, List<Range> arguments, int depth) {
        Function called = outline.functions.get(function);
        int value = called.body();
        if (tokens.is(value, "{")) {
            value = onlyReturn(value);
        }
        if (value < 0 || !ongoing.add(called)) {
            return ScriptValue.UNKNOWN;
        }
        try {
            return substitute(expressions.inner(value, depth + 1), function, arguments, depth);
        } finally {
            ongoing.remove(called);
        }
    }

    private int onlyReturn(int body) {
        int close = tokens.partner(body);
        int found = -1;
        int steps = 0;
        for (int i = body + 1; i < close; i = tokens.after(i)) {
            if (steps++ > 200 || (tokens.is(i, "return") && found >= 0)) {
                return -1;
            }
            if (tokens.is(i, "return")) {
                found = i + 1;
            }
        }
        return found;
    }

    /** A value with the arguments in place of what a caller of the function passes. */
    private ScriptValue substitute(ScriptValue value, int function, List<Range> arguments, int depth) {
        ScriptValue all = ScriptValue.UNKNOWN;
        for (String text : value.texts()) {
            ScriptValue one = ScriptValue.of("");
            int from = 0;
            for (int i = text.indexOf(AbstractString.PARAMETER);
                    i >= 0 && i + 1 < text.length();
                    i = text.indexOf(AbstractString.PARAMETER, from)) {
                Passed meant = passed(text.charAt(i + 1));
                one = one.then(ScriptValue.of(text.substring(from, i)));
                if (meant.function() != function) {
                    one = one.then(ScriptValue.of(text.substring(i, i + 2)));
                } else if (meant.index() < arguments.size() && meant.property().isEmpty()) {
                    Range argument = arguments.get(meant.index());
                    one = one.then(expressions.value(argument.from(), argument.to(), depth + 1));
                } else {
                    one = one.then(ScriptValue.UNKNOWN);
                }
                from = i + 2;
            }
            all = all.or(one.then(ScriptValue.of(text.substring(Math.min(from, text.length())))));
        }
        return all;
    }
}
