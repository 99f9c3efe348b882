package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the scripts of one file declare: scopes, functions, variables, properties and imports. */
public final class SymbolTable {

    /** The function and scope outside of all others. */
    public static final int TOP = 0;

    /**
     * A stretch of tokens in which names are declared.
     *
     * @param parent the scope around it, or -1
     * @param function the innermost function around it
     */
    public record Scope(int parent, int start, int function) {}

    /** A name in the scope that declares it, or in -1 where none does. */
    public record Key(String name, int scope) {}

    /**
     * A function, a method or a constructor.
     *
     * @param name its name, or that of what it is assigned to; empty where it has none
     * @param owner the name of the object or class that it is a member of, {@code ?} where that has none; empty where it
     *     is no member
     * @param scope the scope of its body, or -1 as long as that is not reached
     * @param parent the function around it, or -1
     * @param body the first token of its body
     */
    public record Function(
            String name,
            String owner,
            boolean isConstructor,
            List<Parameter> parameters,
            int parent,
            int scope,
            int declaredIn,
            int body) {

        Function in(int bodyScope) {
            return new Function(name, owner, isConstructor, parameters, parent, bodyScope, declaredIn, body);
        }

        public boolean isMember() {
            return !owner.isEmpty();
        }
    }

    /**
     * A name that a parameter gives.
     *
     * @param index the parameter's place, counted from 0
     * @param property the property of the parameter that the name stands for; empty where it is the parameter itself
     * @param fallback the first token of the default, or -1
     */
    public record Parameter(String name, int index, String property, int fallback) {}

    /**
     * A value that a name is bound to.
     *
     * @param scope the scope that declares it, or in which the name is given another value
     * @param value the first token of the value, or -1 where there is none that could be known
     * @param property the property of the value that the name stands for; empty where it is the value itself
     * @param appends whether the value is appended to the one before
     */
    public record Binding(int scope, int value, String property, boolean appends) {}

    /**
     * A property that is given a value.
     *
     * @param owner the name of the object or class, as far as it has one
     * @param value the first token of the value
     */
    public record Property(String owner, int value, int at) {}

    /**
     * A name that another module gives.
     *
     * @param name the name in that module: {@code default} for the module as such and {@code *} for all of it
     */
    public record Import(String module, String name) {}

    public final Tokens tokens;
    private final RelevantNames relevance;
    public final List<Scope> scopes = new ArrayList<>();
    final List<Integer> scopeEnds = new ArrayList<>();
    public final List<Function> functions = new ArrayList<>();
    final List<Integer> functionEnds = new ArrayList<>();
    public final Map<Key, List<Binding>> declared = new HashMap<>();
    public final Map<Key, List<Binding>> assigned = new HashMap<>();
    public final Map<Key, List<Integer>> functionsIn = new HashMap<>();
    public final Map<String, List<Integer>> functionsByName = new HashMap<>();
    public final Map<String, List<Property>> properties = new HashMap<>();
    public final Map<String, Import> imports = new HashMap<>();

    SymbolTable(Tokens tokens) {
        this.tokens = tokens;
        this.relevance = new RelevantNames(tokens);
    }

    public static SymbolTable of(Tokens tokens) {
        SymbolTable outline = new SymbolTable(tokens);
        new ScopeAnalyzer(outline).read();
        return outline;
    }

    /** The innermost scope around a token. */
    public int scopeAt(int token) {
        int low = 0;
        int high = scopes.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (scopes.get(middle).start() <= token) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        int scope = low;
        while (scope > TOP && scopeEnds.get(scope) <= token) {
            scope = scopes.get(scope).parent();
        }
        return scope;
    }

    public int functionAt(int token) {
        return scopes.get(scopeAt(token)).function();
    }

    /** The scope that declares a name as seen from another, or -1. */
    public int declaring(String name, int from) {
        for (int scope = from; scope >= 0; scope = scopes.get(scope).parent()) {
            Key key = new Key(name, scope);
            if (declared.containsKey(key) || functionsIn.containsKey(key) || parameter(name, scope) >= 0) {
                return scope;
            }
        }
        return -1;
    }

    /** The parameter of the name whose function has its own scope here: its place in the function's list, or -1. */
    public int parameter(String name, int scope) {
        Function function = functions.get(scopes.get(scope).function());
        if (function.scope() == scope) {
            for (int i = 0; i < function.parameters().size(); i++) {
                if (function.parameters().get(i).name().equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    void declare(String name, Binding binding) {
        if (!relevance.isRelevant(name)) {
            return;
        }
        declared.computeIfAbsent(new Key(name, binding.scope()), key -> new ArrayList<>(1))
                .add(binding);
    }

    /** Returns whether a name is worth remembering. */
    boolean isRelevant(String name) {
        return relevance.isRelevant(name);
    }

    /** Gives a name that some scope around declares, or none, another value. */
    void assign(String name, Binding binding) {
        Key declaring = new Key(name, declaring(name, binding.scope()));
        assigned.computeIfAbsent(declaring, key -> new ArrayList<>(1)).add(binding);
    }

    void property(String name, Property property) {
        if (!relevance.isRelevant(name)) {
            return;
        }
        properties.computeIfAbsent(name, key -> new ArrayList<>(1)).add(property);
    }

    int add(Function function) {
        int id = functions.size();
        functions.add(function);
        functionEnds.add(function.body());
        if (!function.name().isEmpty()) {
            functionsByName
                    .computeIfAbsent(function.name(), key -> new ArrayList<>(1))
                    .add(id);
            if (function.owner().isEmpty()) {
                functionsIn
                        .computeIfAbsent(new Key(function.name(), function.declaredIn()), key -> new ArrayList<>(1))
                        .add(id);
            }
        }
        return id;
    }

    int openScope(int parent, int start, int function) {
        scopes.add(new Scope(parent, start, function));
        scopeEnds.add(Integer.MAX_VALUE);
        return scopes.size() - 1;
    }
}
