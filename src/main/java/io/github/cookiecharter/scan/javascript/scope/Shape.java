package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties that objects of one class, of one constructor function, or of one literal are given. */
public final class Shape {

    private final String name;
    private final SyntaxNode owner;
    private final Optional<Scope> scope;
    private final Map<String, List<Binding>> members = new HashMap<>();

    /** What {@code this} is outside of everything. */
    Shape(String name, SyntaxNode owner) {
        this.name = name;
        this.owner = owner;
        this.scope = Optional.empty();
    }

    Shape(String name, SyntaxNode owner, Scope around) {
        this.name = name;
        this.owner = owner;
        this.scope = Optional.of(around);
    }

    /** The name of the class, function or object; empty where it has none. */
    public String name() {
        return name;
    }

    /** The class, function or literal; nothing outside of all. */
    public SyntaxNode owner() {
        return owner;
    }

    /** Where the class, function or literal stands; empty outside of everything. */
    public Optional<Scope> scope() {
        return scope;
    }

    /** The values that a property is given, in the order of the script. */
    public List<Binding> member(String property) {
        return members.getOrDefault(property, List.of());
    }

    void member(String property, Binding binding) {
        members.computeIfAbsent(property, key -> new ArrayList<>(1)).add(binding);
    }
}
