package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Import;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Key;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds the calls of functions by their names in one file. */
final class FunctionCalls {

    private static final Set<String> SELVES = Set.of("this", "self", "that", "_this", "me");

    /** Receives the calls of functions. */
    interface CallHandler {
        /**
         * Accepts a call.
         *
         * @param token the first token of the call
         * @param open the parenthesis in front of the arguments
         */
        void accept(ScriptFile unit, FunctionSummary wrapper, int token, int open);
    }

    private final ScriptFile unit;
    private final Tokens tokens;
    private final SymbolTable outline;
    private final Map<String, List<FunctionSummary>> byName;
    private final ReceiverResolver receivers;

    FunctionCalls(ScriptFile unit, Map<String, List<FunctionSummary>> byName) {
        this.unit = unit;
        this.tokens = unit.tokens;
        this.outline = unit.outline;
        this.byName = byName;
        this.receivers = new ReceiverResolver(outline, unit.expressions.names());
    }

    /** Passes each call to a handler, in the order of the file. */
    void forEach(CallHandler handler) {
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.isIdentifier(i) || !tokens.is(i + 1, "(") || tokens.partner(i + 1) < 0) {
                continue;
            }
            String text = tokens.text(i);
            Import imported = outline.imports.get(text);
            if (imported != null
                    && !imported.name().equals("default")
                    && !imported.name().equals("*")) {
                text = imported.name();
            }
            List<FunctionSummary> wrappers = byName.getOrDefault(text, List.of());
            for (int next = 0; next < wrappers.size(); next++) {
                if (isCall(i, wrappers.get(next))) {
                    handler.accept(unit, wrappers.get(next), startOfCallee(i), i + 1);
                }
            }
        }
    }

    private int startOfCallee(int name) {
        int start = name;
        while (tokens.is(start - 1, ".") && tokens.isIdentifier(start - 2)) {
            start -= 2;
        }
        return tokens.is(start - 1, "new") ? start - 1 : start;
    }

    private boolean isCall(int i, FunctionSummary wrapper) {
        boolean isDefinition =
                tokens.is(i - 1, "function") || (tokens.is(tokens.partner(i + 1) + 1, "{") && !tokens.is(i - 1, "new"));
        if (isDefinition) {
            return false;
        }
        SymbolTable.Function function = wrapper.function();
        boolean isMember = tokens.is(i - 1, ".") || tokens.is(i - 1, "?.");
        if (tokens.is(startOfCallee(i), "new")) {
            return function.isConstructor();
        }
        if (function.isConstructor() && !wrapper.name().equals(function.name())) {
            return false;
        }
        return isMember ? isMemberCall(i, wrapper, function) : isBareCall(i, wrapper, function);
    }

    private boolean isBareCall(int i, FunctionSummary wrapper, SymbolTable.Function function) {
        String text = tokens.text(i);
        int scope = outline.declaring(text, outline.scopeAt(i));
        if (scope >= 0) {
            boolean isHere = outline.functionsIn
                    .getOrDefault(new Key(text, scope), List.of())
                    .contains(wrapper.passed().function());
            return (wrapper.unit() == unit && isHere) || (isTakenOut(text, scope) && text.length() > 3);
        }
        if (outline.imports.containsKey(text)) {
            return true;
        }
        // What no scope around declares is global; a name of few letters is a minified one, and local somewhere else.
        return text.length() > 3 && !function.isMember() && isGlobal(wrapper, function);
    }

    /** A function outside of all others, or one that is given to all: {@code window.save = function …}. */
    private static boolean isGlobal(FunctionSummary wrapper, SymbolTable.Function function) {
        Tokens there = wrapper.unit().tokens;
        boolean isGiven = false;
        for (int i = function.body() - 1; i > function.body() - 60 && i > 2 && !there.is(i, ";"); i--) {
            isGiven |= there.is(i, "window")
                    || there.is(i, "exports")
                    || there.is(i, "export")
                    || there.is(i, "globalThis");
        }
        return function.declaredIn() == SymbolTable.TOP || isGiven;
    }

    /** const { save } = usePreferences(); */
    private boolean isTakenOut(String name, int scope) {
        List<SymbolTable.Binding> all = outline.declared.getOrDefault(new Key(name, scope), List.of());
        return all.size() == 1 && !all.get(0).property().isEmpty();
    }

    private boolean isMemberCall(int i, FunctionSummary wrapper, SymbolTable.Function function) {
        if (isDistinctive(wrapper.name())) {
            return true;
        }
        int last = receivers.last(i);
        String receiver = tokens.text(last);
        if (SELVES.contains(receiver)) {
            return wrapper.unit() == unit && function.isMember() && isSameObject(i, function);
        }
        if (!function.isMember()) {
            Import imported = outline.imports.get(receiver);
            return (imported != null && imported.module().startsWith("."))
                    || receiver.equals("window")
                    || receiver.equals("exports");
        }
        String owner = function.owner().toLowerCase(Locale.ROOT);
        String lower = receiver.toLowerCase(Locale.ROOT);
        if (owner.equals("?") || lower.isEmpty()) {
            return false;
        }
        if (owner.length() <= 3) {
            // A minified name means the same object in the same scope alone.
            return lower.equals(owner) && wrapper.unit() == unit && isSameVariable(function, receiver, last);
        }
        if (lower.equals(owner) || lower.endsWith(owner) || (lower.length() > 3 && owner.endsWith(lower))) {
            return true;
        }
        int value = tokens.is(last - 1, ".") || last < 0
                ? -1
                : unit.expressions.names().initializer(last);
        return tokens.is(value, "new") && tokens.is(value + 1, function.owner());
    }

    private boolean isSameVariable(SymbolTable.Function function, String receiver, int last) {
        int scope = outline.declaring(function.owner(), function.declaredIn());
        return scope >= 0 && scope == outline.declaring(receiver, outline.scopeAt(last));
    }

    private boolean isSameObject(int i, SymbolTable.Function function) {
        for (int id = outline.functionAt(i);
                id > SymbolTable.TOP;
                id = outline.functions.get(id).parent()) {
            SymbolTable.Function around = outline.functions.get(id);
            boolean isOwn = (function.owner().equals("this") || function.owner().length() < 4)
                    ? id == function.parent() || (around.parent() == function.parent() && around.isMember())
                    : around.owner().equals(function.owner());
            if (isOwn) {
                return true;
            }
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
