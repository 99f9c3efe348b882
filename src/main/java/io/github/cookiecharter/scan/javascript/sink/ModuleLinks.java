package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.scope.Binding;
import io.github.cookiecharter.scan.javascript.scope.FunctionInfo;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.Origins;
import io.github.cookiecharter.scan.javascript.value.SharedConstants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows what a file imports from another file of the project to what that one exports. */
final class ModuleLinks implements SharedConstants.Exports {

    private static final int DEEPEST = 6;

    private final Map<String, List<ScriptFile>> files = new HashMap<>();
    private int depth;

    /** A function of a file. */
    record Linked(ScriptFile unit, FunctionInfo function) {}

    /** Something in a file. */
    private record Found(ScriptFile unit, Located value) {}

    /** A module, and the names that lead from its exports to something. */
    private record Import(String module, List<String> path) {}

    void add(ScriptFile unit) {
        if (unit.file.isOwn()) {
            files.computeIfAbsent(ProjectModules.key(unit.file.path()), key -> new ArrayList<>(1))
                    .add(unit);
        }
    }

    private Optional<ScriptFile> file(String module) {
        List<ScriptFile> all = ProjectModules.isPath(module) ? files.get(ProjectModules.key(module)) : null;
        return all == null || all.size() > 1 ? Optional.empty() : Optional.of(all.get(0));
    }

    /** The functions of other files that an expression certainly is; a class stands for its constructor. */
    List<Linked> functions(ScriptFile unit, Located callee) {
        List<Linked> functions = new ArrayList<>(1);
        for (Found found : follow(unit, callee)) {
            Origins origins = found.unit().expressions.origins();
            for (Located origin : origins.of(found.value().node(), found.value().scope())) {
                found.unit().table.info(origin.node()).ifPresent(info -> functions.add(new Linked(found.unit(), info)));
                if (origin.node() instanceof SyntaxNode.ClassNode) {
                    for (Located constructor : origins.member(origin, "constructor")) {
                        found.unit()
                                .table
                                .info(constructor.node())
                                .ifPresent(info -> functions.add(new Linked(found.unit(), info)));
                    }
                }
            }
        }
        return functions;
    }

    private List<Found> follow(ScriptFile unit, Located value) {
        SyntaxNode node = value.node();
        if (node instanceof SyntaxNode.Member member
                && member.object() instanceof SyntaxNode.Call made
                && made.isNew()) {
            // The method of an object of an imported class.
            List<Found> methods = new ArrayList<>(1);
            for (Found type : follow(unit, new Located(made.callee(), value.scope()))) {
                Origins origins = type.unit().expressions.origins();
                for (Located origin :
                        origins.of(type.value().node(), type.value().scope())) {
                    origins.member(origin, member.name())
                            .forEach(method -> methods.add(new Found(type.unit(), method)));
                }
            }
            return methods;
        }
        Optional<Import> imported = imported(unit, node, value.scope());
        return imported.isEmpty()
                ? List.of()
                : exported(imported.get().module(), imported.get().path());
    }

    private List<Found> exported(String module, List<String> path) {
        Optional<ScriptFile> target = file(module);
        List<Found> found = new ArrayList<>(1);
        if (target.isEmpty() || path.isEmpty() || depth > DEEPEST) {
            return found;
        }
        depth++;
        Origins origins = target.get().expressions.origins();
        for (Located start : target.get().table.exported(path.get(0))) {
            SyntaxNode node = start.node();
            for (String step : path.subList(1, path.size())) {
                node = new SyntaxNode.Member(node, step, node.start(), node.end());
            }
            for (Located origin : origins.of(node, start.scope())) {
                found.add(new Found(target.get(), origin));
            }
        }
        depth--;
        return found;
    }

    private static Optional<Import> imported(ScriptFile unit, SyntaxNode value, Scope scope) {
        List<String> path = new ArrayList<>();
        SyntaxNode node = value;
        while (node instanceof SyntaxNode.Member member) {
            path.add(0, member.name());
            node = member.object();
        }
        if (node instanceof SyntaxNode.Call call
                && Origins.lastName(call.callee()).equals("require")
                && !call.arguments().isEmpty()
                && call.arguments().get(0) instanceof SyntaxNode.Text module) {
            return Optional.of(new Import(module.value(), path.isEmpty() ? List.of("default") : path));
        }
        if (node instanceof SyntaxNode.Identifier identifier) {
            Optional<Binding> binding = ScriptCallResolver.binding(unit.table, identifier.name(), scope);
            if (binding.isPresent() && binding.get().value() instanceof SyntaxNode.Import declaration) {
                String name = binding.get().path().get(0);
                if (!name.equals("*")) {
                    path.add(0, name);
                }
                return Optional.of(new Import(declaration.module(), path));
            }
        }
        return Optional.empty();
    }

    @Override
    public List<Located> arrays(String module, List<String> path) {
        return exported(module, path).stream()
                .map(Found::value)
                .filter(value -> value.node() instanceof SyntaxNode.ArrayLiteral)
                .toList();
    }

    @Override
    public List<String> text(String module, List<String> path) {
        List<Found> found = exported(module, path);
        if (found.size() != 1) {
            return List.of();
        }
        Located value = found.get(0).value();
        return depth > DEEPEST
                ? List.of()
                : found.get(0)
                        .unit()
                        .expressions
                        .of(value.node(), value.scope())
                        .literal();
    }
}
