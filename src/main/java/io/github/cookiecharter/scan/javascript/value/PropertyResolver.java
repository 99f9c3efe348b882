package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.scan.javascript.scope.Binding;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.PropertyWrite;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.scope.Symbol;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What properties stand for: those of known objects, of {@code this}, of parameters and of other files' constants. */
final class PropertyResolver {

    private static final int MOST_PROPERTIES = 40;

    private static final int SHORTEST_DISTINCTIVE = 6;

    private final SymbolTable table;
    private final ConstantFolder folder;
    private final NameResolver names;
    private final Set<String> ongoing = new HashSet<>();

    PropertyResolver(SymbolTable table, ConstantFolder folder, NameResolver names) {
        this.table = table;
        this.folder = folder;
        this.names = names;
    }

    /** The value of a property. */
    ScriptValue value(SyntaxNode node, Scope scope, int depth) {
        SyntaxNode object =
                node instanceof SyntaxNode.Member member ? member.object() : ((SyntaxNode.Index) node).object();
        List<String> key = node instanceof SyntaxNode.Member member
                ? List.of(member.name())
                : folder.key(((SyntaxNode.Index) node).index(), scope);
        if (key.isEmpty()) {
            return anyOf(object, scope, depth);
        }
        String name = key.get(0);
        ScriptValue passedOn = ofParameter(object, name, scope);
        if (!passedOn.isUnknown()) {
            return passedOn;
        }
        ScriptValue own = ofSelf(object, name, scope, depth);
        if (!own.isUnknown()) {
            return own;
        }
        ScriptValue value = ScriptValue.UNKNOWN;
        boolean isKnown = false;
        for (Located origin : folder.origins().of(node, scope)) {
            boolean isFollowed = !isSame(origin.node(), node);
            isKnown |= isFollowed && !(origin.node() instanceof SyntaxNode.Member);
            if (isFollowed) {
                value = value.or(folder.value(origin.node(), origin.scope(), depth));
            }
        }
        if (isKnown || !value.isUnknown()) {
            return value;
        }
        ScriptValue shared = shared(object, name, scope);
        return shared.isUnknown() ? anywhere(Origins.lastName(object), name, depth) : shared;
    }

    /** Returns whether a property was followed to itself alone. */
    private static boolean isSame(SyntaxNode origin, SyntaxNode node) {
        return origin == node
                || (origin instanceof SyntaxNode.Member one
                        && node instanceof SyntaxNode.Member two
                        && one.object() == two.object()
                        && one.name().equals(two.name()));
    }

    private ScriptValue ofParameter(SyntaxNode object, String name, Scope scope) {
        if (!(object instanceof SyntaxNode.Identifier identifier)) {
            return ScriptValue.UNKNOWN;
        }
        Optional<Symbol> symbol = scope.find(identifier.name());
        if (symbol.isEmpty()) {
            return ScriptValue.UNKNOWN;
        }
        for (Binding binding : symbol.get().bindings()) {
            boolean isWhole = binding.kind() == Binding.Kind.PARAMETER
                    && binding.path().isEmpty()
                    && !binding.hasFallback()
                    && symbol.get().bindings().size() == 1;
            if (isWhole && table.passedTo(binding.value()).isEmpty()) {
                return names.parameter(binding.with(List.of(name)));
            }
        }
        return ScriptValue.UNKNOWN;
    }

    private ScriptValue ofSelf(SyntaxNode object, String name, Scope scope, int depth) {
        boolean isSelf =
                object instanceof SyntaxNode.Keyword keyword && keyword.word().equals("this");
        List<Binding> bindings = isSelf ? scope.self().member(name) : List.of();
        return bindings.isEmpty()
                ? ScriptValue.UNKNOWN
                : names.once(bindings, bindings, depth).orElse(ScriptValue.UNKNOWN);
    }

    /** Any of the values of a known object, where its key is not known. */
    private ScriptValue anyOf(SyntaxNode object, Scope scope, int depth) {
        List<String> texts = new ArrayList<>();
        for (Located origin : folder.origins().of(object, scope)) {
            if (!(origin.node() instanceof SyntaxNode.ObjectLiteral literal)) {
                return ScriptValue.UNKNOWN;
            }
            for (SyntaxNode member : literal.members()) {
                if (!(member instanceof SyntaxNode.Property property)) {
                    return ScriptValue.UNKNOWN;
                }
                List<String> text =
                        folder.value(property.value(), origin.scope(), depth).literal();
                if (text.isEmpty()) {
                    return ScriptValue.UNKNOWN;
                }
                texts.add(text.get(0));
            }
        }
        return texts.isEmpty() ? ScriptValue.UNKNOWN : ScriptValue.ofAll(texts);
    }

    /** A constant of another file: {@code KEYS.theme}. */
    private ScriptValue shared(SyntaxNode object, String name, Scope scope) {
        List<String> steps = new ArrayList<>(List.of(name));
        SyntaxNode at = object;
        while (at instanceof SyntaxNode.Member member) {
            steps.add(0, member.name());
            at = member.object();
        }
        String path = String.join(".", steps);
        if (isRequire(at)) {
            return loaded(at, steps);
        }
        if (!(at instanceof SyntaxNode.Identifier base)) {
            return ScriptValue.UNKNOWN;
        }
        Optional<Symbol> symbol = table.find(base.name(), scope);
        if (symbol.isEmpty()) {
            boolean isLong = base.name().length() >= NameResolver.SHORTEST_GLOBAL;
            return isLong ? names.found(base.name() + '.' + path) : ScriptValue.UNKNOWN;
        }
        for (Binding binding : symbol.get().bindings()) {
            if (binding.kind() == Binding.Kind.IMPORT) {
                String imported = binding.path().get(0);
                List<String> whole = new ArrayList<>(steps);
                if (!imported.equals("*")) {
                    whole.add(0, imported);
                }
                ScriptValue linked = names.exported(binding.value(), whole);
                if (!linked.isUnknown()) {
                    return linked;
                }
                return switch (imported) {
                    case "*" -> names.found(path);
                    case "default" -> names.found(base.name() + '.' + path);
                    default -> names.found(imported + '.' + path);
                };
            }
            if (binding.isWhole() && isRequire(binding.value())) {
                return loaded(binding.value(), steps);
            }
        }
        return ScriptValue.UNKNOWN;
    }

    private ScriptValue loaded(SyntaxNode require, List<String> steps) {
        ScriptValue linked = names.exported(require, steps);
        return linked.isUnknown() ? names.found(String.join(".", steps)) : linked;
    }

    private static boolean isRequire(SyntaxNode node) {
        return node instanceof SyntaxNode.Call call
                && Origins.lastName(call.callee()).equals("require")
                && call.arguments().size() == 1;
    }

    /** The value of a property by its name: that of an object of this name, else the only one that the file gives it. */
    private ScriptValue anywhere(String owner, String name, int depth) {
        List<PropertyWrite> all = table.properties(name);
        // A minified object is any object, and a short name any property.
        boolean isDistinctive = owner.length() >= NameResolver.SHORTEST_GLOBAL || name.length() >= SHORTEST_DISTINCTIVE;
        if (all.isEmpty() || !isDistinctive || all.size() > MOST_PROPERTIES || !ongoing.add(name)) {
            return ScriptValue.UNKNOWN;
        }
        try {
            ScriptValue owned = ScriptValue.UNKNOWN;
            ScriptValue any = ScriptValue.UNKNOWN;
            int values = 0;
            for (PropertyWrite property : all) {
                ScriptValue value = folder.value(property.value(), property.scope(), depth);
                values += value.isUnknown() ? 0 : 1;
                any = any.or(value);
                if (property.owner().equals(owner) && owner.length() >= NameResolver.SHORTEST_GLOBAL) {
                    owned = owned.or(value);
                }
            }
            boolean isRare = all.size() - values <= 2 && name.length() >= NameResolver.SHORTEST_GLOBAL;
            if (!owned.isUnknown() && owned.texts().size() <= 4) {
                return owned;
            }
            // An empty text is a default that a configuration is meant to replace.
            return any.texts().size() == 1 && isRare && !any.text().isEmpty() ? any : ScriptValue.UNKNOWN;
        } finally {
            ongoing.remove(name);
        }
    }
}
