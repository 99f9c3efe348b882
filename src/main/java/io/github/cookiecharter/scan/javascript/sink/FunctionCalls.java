package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.scope.Binding;
import io.github.cookiecharter.scan.javascript.scope.FunctionInfo;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.scope.Symbol;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import io.github.cookiecharter.scan.javascript.value.Origins;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the calls of functions in one file: of its own where that can be followed, else by their names. */
final class FunctionCalls {

    private static final Set<String> SELVES = Set.of("this", "self", "that", "_this", "me");

    /** Receives the calls of functions. */
    interface CallHandler {
        /** Accepts a call, with its arguments. */
        void accept(ScriptFile unit, FunctionSummary wrapper, ResolvedCall call);
    }

    private final ScriptFile unit;
    private final Map<String, List<FunctionSummary>> byName;
    private final ModuleLinks links;
    private final Origins origins;

    FunctionCalls(ScriptFile unit, Map<String, List<FunctionSummary>> byName, ModuleLinks links) {
        this.unit = unit;
        this.links = links;
        this.byName = byName;
        this.origins = unit.expressions.origins();
    }

    /** Passes each call to a handler, in the order of the file. */
    void forEach(CallHandler handler) {
        for (Located located : unit.table.calls()) {
            Set<FunctionSummary> candidates = candidates(located);
            if (candidates.isEmpty()) {
                continue;
            }
            for (ResolvedCall call : unit.calls.resolve(located)) {
                List<ModuleLinks.Linked> meant = new ArrayList<>(1);
                meant(call).forEach(function -> meant.add(new ModuleLinks.Linked(unit, function)));
                if (meant.isEmpty()) {
                    meant.addAll(links.functions(unit, call.callee()));
                }
                for (FunctionSummary wrapper : candidates) {
                    if (isCall(call, meant, wrapper)) {
                        handler.accept(unit, wrapper, call);
                    }
                }
            }
        }
    }

    private Set<FunctionSummary> candidates(Located located) {
        Set<FunctionSummary> candidates = new LinkedHashSet<>();
        for (String name : names(located)) {
            candidates.addAll(byName.getOrDefault(name, List.of()));
        }
        return candidates;
    }

    private List<String> names(Located located) {
        List<String> names = new ArrayList<>(unit.calls.names(located));
        if (!(located.node() instanceof SyntaxNode.Call call)) {
            return names;
        }
        if (call.isNew()) {
            for (ModuleLinks.Linked constructor : links.functions(unit, new Located(call.callee(), located.scope()))) {
                names.add(constructor.function().owner());
            }
            for (Located type : origins.of(call.callee(), located.scope())) {
                unit.table.info(type.node()).ifPresent(constructor -> names.add(constructor.name()));
                unit.table.shape(type.node()).ifPresent(shape -> names.add(shape.name()));
            }
        } else if (call.callee() instanceof SyntaxNode.Function) {
            names.add("");
        } else if (call.callee() instanceof SyntaxNode.Keyword) {
            superclass(located.scope()).ifPresent(node -> names.add(Origins.lastName(node)));
        } else if (call.callee() instanceof SyntaxNode.Identifier name) {
            ScriptCallResolver.binding(unit.table, name.name(), located.scope())
                    .ifPresent(binding -> names.add(binding.path().get(0)));
            names.add("default");
        }
        return names;
    }

    private static Optional<SyntaxNode> superclass(Scope scope) {
        return scope.self().owner() instanceof SyntaxNode.ClassNode node
                ? Optional.of(node.superclass())
                : Optional.empty();
    }

    /** The functions of this file that a call certainly calls; none where that cannot be followed. */
    private List<FunctionInfo> meant(ResolvedCall call) {
        List<FunctionInfo> meant = new ArrayList<>(1);
        Located callee = call.callee();
        boolean isSuper = callee.node() instanceof SyntaxNode.Keyword keyword
                && keyword.word().equals("super");
        if (isSuper) {
            superclass(call.at()).ifPresent(node -> {
                for (Located type : origins.of(node, call.at())) {
                    constructor(type, meant);
                }
            });
            return meant;
        }
        constructor(callee, meant);
        return meant;
    }

    private void constructor(Located callee, List<FunctionInfo> meant) {
        unit.table.info(callee.node()).ifPresent(meant::add);
        if (callee.node() instanceof SyntaxNode.ClassNode) {
            for (Located constructor : origins.member(callee, "constructor")) {
                unit.table.info(constructor.node()).ifPresent(meant::add);
            }
        }
        if (callee.node() instanceof SyntaxNode.Call made) {
            // Class.create({initialize: function (name) {…}})
            for (SyntaxNode argument : made.arguments()) {
                for (Located constructor : origins.member(new Located(argument, callee.scope()), "initialize")) {
                    unit.table.info(constructor.node()).ifPresent(meant::add);
                }
            }
        }
    }

    private boolean isCall(ResolvedCall call, List<ModuleLinks.Linked> meant, FunctionSummary wrapper) {
        FunctionInfo function = wrapper.function();
        if (!meant.isEmpty()) {
            return meant.contains(new ModuleLinks.Linked(wrapper.unit(), function));
        }
        if (wrapper.name().isEmpty() || call.callee().node() instanceof SyntaxNode.ClassNode) {
            return false;
        }
        if (call.isNew()) {
            return function.isConstructor();
        }
        boolean isOtherName = !call.method().equals(wrapper.name())
                && !call.method().equals(wrapper.unit().table.exports().getOrDefault(wrapper.name(), wrapper.name()));
        if (isOtherName && !Origins.lastName(call.call().callee()).equals(wrapper.name())) {
            // A property that a function of this name is given to somewhere is known by following it alone.
            return false;
        }
        if (function.isConstructor() && !wrapper.name().equals(function.name())) {
            return false;
        }
        boolean isBare = call.call().callee() instanceof SyntaxNode.Identifier;
        return isBare ? isBareCall(call, wrapper) : !call.isBare() && isMemberCall(call, wrapper);
    }

    private boolean isBareCall(ResolvedCall call, FunctionSummary wrapper) {
        String text = Origins.lastName(call.call().callee());
        Optional<Symbol> symbol = unit.table.find(text, call.at());
        if (symbol.isEmpty()) {
            // What no scope around declares is global; a name of few letters is a minified one, and local somewhere
            // else.
            return text.length() > 3 && !wrapper.function().isMember() && isGlobal(wrapper.function());
        }
        for (Binding binding : symbol.get().bindings()) {
            if (binding.kind() == Binding.Kind.IMPORT) {
                return !(binding.path().get(0).equals("default")
                        && wrapper.function().isMember());
            }
            // const { save } = usePreferences();
            if (!binding.path().isEmpty() && text.length() > 3) {
                return true;
            }
        }
        return false;
    }

    /** A function outside of all others, or one that is given to all: {@code window.save = function …}. */
    private static boolean isGlobal(FunctionInfo function) {
        return function.isGiven() || function.declaredIn().isTop();
    }

    private boolean isMemberCall(ResolvedCall call, FunctionSummary wrapper) {
        if (isDistinctive(wrapper.name())) {
            return !isKnownObject(call);
        }
        FunctionInfo function = wrapper.function();
        String receiver = name(call.receiver());
        if (SELVES.contains(receiver)) {
            return wrapper.unit() == unit && function.isMember() && isSameObject(call.at(), function);
        }
        if (!function.isMember()) {
            return isModule(call, receiver);
        }
        String owner = function.owner().toLowerCase(Locale.ROOT);
        String lower = receiver.toLowerCase(Locale.ROOT);
        if (owner.equals("?") || lower.isEmpty() || isKnownObject(call)) {
            return false;
        }
        if (owner.length() <= 3) {
            // A minified name means the same object in the same scope alone.
            return lower.equals(owner) && wrapper.unit() == unit && isSameVariable(function, receiver, call.at());
        }
        if (lower.equals(owner) || lower.endsWith(owner) || (lower.length() > 3 && owner.endsWith(lower))) {
            return true;
        }
        return isInstance(call, function.owner());
    }

    private boolean isModule(ResolvedCall call, String receiver) {
        Optional<Binding> imported = ScriptCallResolver.binding(unit.table, receiver, call.scope());
        boolean isOwn = imported.isPresent()
                && imported.get().value() instanceof SyntaxNode.Import declaration
                && declaration.module().startsWith(".");
        return isOwn || receiver.equals("window") || receiver.equals("exports");
    }

    /** Returns whether a receiver is an object of this file, whose members are known. */
    private boolean isKnownObject(ResolvedCall call) {
        for (Located origin : origins.of(call.receiver(), call.scope())) {
            SyntaxNode node = origin.node();
            boolean isMade = node instanceof SyntaxNode.Call made
                    && made.isNew()
                    && origins.of(made.callee(), origin.scope()).stream()
                            .anyMatch(type -> type.node() instanceof SyntaxNode.ClassNode || isStandard(type.node()));
            if (node instanceof SyntaxNode.ObjectLiteral || node instanceof SyntaxNode.ClassNode || isMade) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStandard(SyntaxNode type) {
        return type instanceof SyntaxNode.Identifier name
                && (name.name().equals("Map")
                        || name.name().equals("Set")
                        || name.name().equals("WeakMap"));
    }

    private static String name(SyntaxNode receiver) {
        SyntaxNode node = receiver;
        while (node instanceof SyntaxNode.Call call) {
            node = call.callee();
        }
        return Origins.lastName(node);
    }

    private boolean isInstance(ResolvedCall call, String owner) {
        for (Located origin : origins.of(call.receiver(), call.scope())) {
            if (origin.node() instanceof SyntaxNode.Call made
                    && made.isNew()
                    && Origins.lastName(made.callee()).equals(owner)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSameVariable(FunctionInfo function, String receiver, Scope at) {
        Optional<Symbol> one = function.declaredIn().find(function.owner());
        Optional<Symbol> other = at.find(receiver);
        return one.isPresent() && other.isPresent() && one.get() == other.get();
    }

    private static boolean isSameObject(Scope at, FunctionInfo function) {
        Scope scope = at;
        while (scope.function().id() != FunctionInfo.TOP) {
            FunctionInfo around = scope.function();
            boolean isNameless =
                    function.owner().equals("this") || function.owner().length() < 4;
            boolean isOwn = isNameless
                    ? around.equals(function.declaredIn().function())
                            || (around.declaredIn()
                                            .function()
                                            .equals(function.declaredIn().function())
                                    && around.isMember())
                    : around.owner().equals(function.owner());
            if (isOwn) {
                return true;
            }
            scope = around.declaredIn();
        }
        return false;
    }

    /** Returns whether nothing else is likely to have a function of this name. */
    private static boolean isDistinctive(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return (lower.contains("cookie") && lower.length() > 6)
                || (lower.contains("storage") && lower.length() > 8)
                || lower.length() > 13;
    }
}
