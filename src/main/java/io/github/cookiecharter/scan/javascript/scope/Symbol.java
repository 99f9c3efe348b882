package io.github.cookiecharter.scan.javascript.scope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A name that a scope declares, or that a script gives a value without a declaration. */
public final class Symbol {

    private final String name;
    private final Scope scope;
    private final int loops;
    private final List<Binding> bindings = new ArrayList<>(1);
    private final List<Located> pushed = new ArrayList<>(0);
    private final List<Located> setters = new ArrayList<>(0);
    private Map<String, List<Binding>> members = Map.of();

    Symbol(String name, Scope scope, int loops) {
        this.name = name;
        this.scope = scope;
        this.loops = loops;
    }

    public String name() {
        return name;
    }

    /** The scope that declares it; the one outside of all others where none does. */
    public Scope scope() {
        return scope;
    }

    /** How many loops of its function are around the declaration. */
    int loops() {
        return loops;
    }

    /** The values that it is given, in the order of the script. */
    public List<Binding> bindings() {
        return bindings;
    }

    /** The calls that append elements to it. */
    public List<Located> pushed() {
        return pushed;
    }

    /** The calls of its methods whose names begin with {@code set}. */
    public List<Located> setters() {
        return setters;
    }

    /** The values that are assigned to its property. */
    public List<Binding> member(String property) {
        return members.getOrDefault(property, List.of());
    }

    /** Returns whether its properties are assigned. */
    public boolean hasMembers() {
        return !members.isEmpty();
    }

    void member(String property, Binding binding) {
        if (members.isEmpty()) {
            members = new HashMap<>(4);
        }
        members.computeIfAbsent(property, key -> new ArrayList<>(1)).add(binding);
    }
}
