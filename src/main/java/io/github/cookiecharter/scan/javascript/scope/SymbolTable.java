package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the scripts of one file declare and do: scopes, functions, classes, properties, calls and assignments. */
public final class SymbolTable {

    private final List<FunctionInfo> functions = new ArrayList<>();
    private final IdentityHashMap<SyntaxNode, FunctionInfo> infos = new IdentityHashMap<>();
    private final IdentityHashMap<SyntaxNode, Shape> shapes = new IdentityHashMap<>();
    private final IdentityHashMap<SyntaxNode, Scope> scopes = new IdentityHashMap<>();
    private final Map<String, Symbol> globals = new HashMap<>();
    private final Map<String, List<PropertyWrite>> properties = new HashMap<>();
    private final Map<String, String> exports = new HashMap<>();
    final IdentityHashMap<SyntaxNode, Located> iterations = new IdentityHashMap<>();
    final IdentityHashMap<SyntaxNode, SyntaxNode.ArrayLiteral> lists = new IdentityHashMap<>();
    final IdentityHashMap<SyntaxNode, Immediate> immediate = new IdentityHashMap<>();
    final Map<String, Located> modules = new HashMap<>();
    Optional<Located> standard = Optional.empty();
    final List<Located> calls = new ArrayList<>();
    final List<Located> writes = new ArrayList<>();
    final List<Located> texts = new ArrayList<>();
    final List<Located> headers = new ArrayList<>();
    private final Scope top;

    /** What a function is called with that is called where it stands, and nowhere else. */
    record Immediate(List<SyntaxNode> arguments, Scope scope) {}

    SymbolTable() {
        SyntaxNode.Nothing nothing = new SyntaxNode.Nothing(0, 0);
        FunctionInfo script = new FunctionInfo(
                FunctionInfo.TOP,
                new SyntaxNode.Function("", false, false, List.of(), nothing, 0, 0),
                "",
                "",
                false,
                false,
                new ArrayList<>(1),
                new ArrayList<>(0));
        functions.add(script);
        top = Scope.top(script, new Shape("window", nothing));
        script.around().add(top);
    }

    /** Reads the scripts of one file. */
    public static SymbolTable of(List<SyntaxNode> statements) {
        SymbolTable table = new SymbolTable();
        new ScopeBuilder(table).read(statements);
        return table;
    }

    /** The scope outside of all others. */
    public Scope top() {
        return top;
    }

    public List<FunctionInfo> functions() {
        return functions;
    }

    FunctionInfo add(FunctionInfo function, Scope around) {
        functions.add(function);
        function.around().add(around);
        infos.put(function.node(), function);
        return function;
    }

    /** What is known of a function. */
    public Optional<FunctionInfo> info(SyntaxNode function) {
        return Optional.ofNullable(infos.get(function));
    }

    /** The properties of a class, constructor function or literal; empty where it is given none. */
    public Optional<Shape> shape(SyntaxNode owner) {
        return Optional.ofNullable(shapes.get(owner));
    }

    Shape shape(SyntaxNode owner, String name, Scope around) {
        return shapes.computeIfAbsent(owner, key -> new Shape(name, key, around));
    }

    /** The scope inside of a function or class. */
    public Scope inside(SyntaxNode node, Scope around) {
        return scopes.getOrDefault(node, around);
    }

    void inside(SyntaxNode node, Scope scope, boolean isNew) {
        if (isNew) {
            scopes.put(node, scope);
        }
    }

    /** What a name means that no scope declares and that the file gives a value. */
    public Optional<Symbol> global(String name) {
        return Optional.ofNullable(globals.get(name));
    }

    Symbol global(String name, Scope scope) {
        return globals.computeIfAbsent(name, key -> new Symbol(key, scope, 0));
    }

    /** What a name means in a scope. */
    public Optional<Symbol> find(String name, Scope scope) {
        Optional<Symbol> declared = scope.find(name);
        return declared.isPresent() ? declared : global(name);
    }

    /** The values that properties of this name are given, whatever the object. */
    public List<PropertyWrite> properties(String name) {
        return properties.getOrDefault(name, List.of());
    }

    /** The properties that are given values, by their names. */
    public Map<String, List<PropertyWrite>> properties() {
        return properties;
    }

    void property(String name, PropertyWrite write) {
        properties.computeIfAbsent(name, key -> new ArrayList<>(1)).add(write);
    }

    /** The names under which other files see what this one declares. */
    public Map<String, String> exports() {
        return exports;
    }

    /** The names of the properties and exports that names are given to, by those names. */
    public Map<String, Set<String>> aliases() {
        Map<String, Set<String>> all = new HashMap<>();
        exports.forEach((local, name) ->
                all.computeIfAbsent(local, key -> new HashSet<>()).add(name));
        properties.forEach((property, writes) -> {
            for (PropertyWrite write : writes) {
                String name = given(write.value());
                if (!name.isEmpty() && !name.equals(property)) {
                    all.computeIfAbsent(name, key -> new HashSet<>()).add(property);
                }
            }
        });
        return all;
    }

    /** The name that a property is given: itself, or by a function that returns it. */
    private static String given(SyntaxNode value) {
        if (value instanceof SyntaxNode.Identifier name) {
            return name.name();
        }
        if (!(value instanceof SyntaxNode.Function function)
                || !function.parameters().isEmpty()) {
            return "";
        }
        SyntaxNode returned = function.body();
        if (returned instanceof SyntaxNode.Block block
                && block.statements().size() == 1
                && block.statements().get(0) instanceof SyntaxNode.Exit exit) {
            returned = exit.argument();
        }
        return returned instanceof SyntaxNode.Identifier name ? name.name() : "";
    }

    /** What an import of the file by a name stands for, in the file itself: a declared name, a default, or a CommonJS export. */
    public List<Located> exported(String name) {
        List<Located> found = new ArrayList<>(1);
        if (name.equals("default")) {
            standard.ifPresent(found::add);
        }
        exports.forEach((local, exported) -> {
            if (exported.equals(name)) {
                found.add(new Located(new SyntaxNode.Identifier(local, 0, 0), top));
            }
        });
        if (found.isEmpty() && top.symbols().containsKey(name)) {
            found.add(new Located(new SyntaxNode.Identifier(name, 0, 0), top));
        }
        for (Binding binding : member("exports", name)) {
            found.add(new Located(binding.value(), binding.scope()));
        }
        for (Binding binding : member("module", "exports")) {
            SyntaxNode value = binding.value();
            SyntaxNode part =
                    name.equals("default") ? value : new SyntaxNode.Member(value, name, value.start(), value.end());
            found.add(new Located(part, binding.scope()));
        }
        return found;
    }

    private List<Binding> member(String object, String property) {
        return global(object).map(symbol -> symbol.member(property)).orElse(List.of());
    }

    /** The function of a module in a bundle, by the key that the bundler gives it. */
    public Optional<Located> module(String key) {
        return Optional.ofNullable(modules.get(key));
    }

    /** What the method that a function is passed to is called on. */
    public Optional<Located> passedTo(SyntaxNode function) {
        return Optional.ofNullable(iterations.get(function));
    }

    /** The array that stands in front of a function among the arguments of a call: the modules of AMD. */
    public Optional<SyntaxNode.ArrayLiteral> list(SyntaxNode function) {
        return Optional.ofNullable(lists.get(function));
    }

    /** The calls, in the order of the script. */
    public List<Located> calls() {
        return calls;
    }

    /** The assignments to members, counters and deletions, in the order of the script. */
    public List<Located> writes() {
        return writes;
    }

    /** The texts that may be addresses; a sum that begins with one as a whole. */
    public List<Located> texts() {
        return texts;
    }

    /** The properties and pairs that are called {@code Set-Cookie}: the node of the value. */
    public List<Located> headers() {
        return headers;
    }
}
