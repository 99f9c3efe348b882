package io.github.cookiecharter.scan.javascript.scope;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A stretch of a script in which names are declared: all of it, a function, a class, a block or a loop. */
public final class Scope {

    private final Scope parent;
    private final Scope ofFunction;
    private final FunctionInfo function;
    private final Shape self;
    private Map<String, Symbol> symbols = Map.of();

    private Scope(FunctionInfo function, Shape self) {
        this.parent = this;
        this.ofFunction = this;
        this.function = function;
        this.self = self;
    }

    private Scope(Scope parent, boolean isFunction, FunctionInfo function, Shape self) {
        this.parent = parent;
        this.ofFunction = isFunction ? this : parent.ofFunction;
        this.function = function;
        this.self = self;
    }

    /** The scope outside of all others. */
    static Scope top(FunctionInfo function, Shape self) {
        return new Scope(function, self);
    }

    /** A scope inside of this one that belongs to the same function. */
    Scope block() {
        return new Scope(this, false, function, self);
    }

    /** The scope of a class inside of this one, or of an object literal. */
    Scope of(Shape shape) {
        return new Scope(this, false, function, shape);
    }

    /** The scope of a function inside of this one. */
    Scope of(FunctionInfo inner, Shape innerSelf) {
        return new Scope(this, true, inner, innerSelf);
    }

    /** The scope in which {@code var} declares. */
    Scope ofFunction() {
        return ofFunction;
    }

    /** The innermost function around. */
    public FunctionInfo function() {
        return function;
    }

    /** What {@code this} means. */
    public Shape self() {
        return self;
    }

    public boolean isTop() {
        return parent == this;
    }

    public Scope parent() {
        return parent;
    }

    /** What a name means here; empty where no scope around declares it. */
    public Optional<Symbol> find(String name) {
        Scope scope = this;
        while (true) {
            Symbol symbol = scope.symbols.get(name);
            if (symbol != null) {
                return Optional.of(symbol);
            }
            if (scope.parent == scope) {
                return Optional.empty();
            }
            scope = scope.parent;
        }
    }

    /** The names that this scope itself declares. */
    public Map<String, Symbol> symbols() {
        return symbols;
    }

    Symbol declare(String name, int loops) {
        if (symbols.isEmpty()) {
            symbols = new HashMap<>(4);
        }
        return symbols.computeIfAbsent(name, key -> new Symbol(key, this, loops));
    }
}
