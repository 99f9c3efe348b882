package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Function;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Parameter;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recognises functions by their heads and remembers where their bodies begin. */
final class FunctionReader {

    private static final Set<String> CONTROL =
            Set.of("if", "for", "while", "switch", "catch", "with", "return", "function", "typeof", "await", "super");

    private static final Set<String> MODIFIERS = Set.of(
            "static",
            "readonly",
            "public",
            "private",
            "protected",
            "override",
            "declare",
            "abstract",
            "export",
            "async",
            "get",
            "set",
            "accessor");

    private final SymbolTable outline;
    private final Tokens tokens;
    private final Map<Integer, Integer> bodies = new HashMap<>();
    private final Map<Integer, Integer> expressions = new HashMap<>();

    FunctionReader(SymbolTable outline) {
        this.outline = outline;
        this.tokens = outline.tokens;
    }

    /** The function whose body is the block that begins here, or -1. */
    int block(int token) {
        return bodies.getOrDefault(token, -1);
    }

    /** The function whose body is the expression that begins here, or -1. */
    int expression(int token) {
        return expressions.getOrDefault(token, -1);
    }

    void functionAt(int i, int scope, OpenBracket frame) {
        int at = i + 1;
        if (tokens.is(at, "*")) {
            at++;
        }
        boolean named = tokens.isIdentifier(at);
        String own = named ? tokens.text(at) : "";
        if (named) {
            at++;
        }
        at = skipTypes(at);
        if (tokens.is(at, "(") && tokens.partner(at) > at) {
            int first = tokens.is(i - 1, "async") ? i - 1 : i;
            boolean statement = named && !AssignmentTargets.isOperand(tokens, first);
            int body = bodyBehind(tokens.partner(at));
            if (body >= 0) {
                bodies.put(body, add(own, statement, first, ParameterReader.read(tokens, at), body, scope, frame));
            }
        }
    }

    private int skipTypes(int at) {
        if (tokens.is(at, "<")) {
            for (int next = at + 1; next < at + 30; next++) {
                if (tokens.is(next, "(")) {
                    return next;
                }
            }
        }
        return at;
    }

    /** The brace of the body behind a list of parameters; a type may stand between. */
    private int bodyBehind(int close) {
        if (tokens.is(close + 1, "{")) {
            return close + 1;
        }
        if (tokens.is(close + 1, ":")) {
            int from = tokens.is(close + 2, "{") ? tokens.after(close + 2) : close + 2;
            for (int next = from; next < close + 40 || next == from; next = tokens.after(next)) {
                if (tokens.is(next, "{")) {
                    return next;
                } else if (tokens.is(next, ";")
                        || tokens.is(next, "=>")
                        || tokens.is(next, "}")
                        || next >= tokens.size()) {
                    return -1;
                }
            }
        }
        return -1;
    }

    void methodAt(int i, int scope, OpenBracket frame) {
        int name = i - 1;
        if (!tokens.isIdentifier(name)
                || CONTROL.contains(tokens.text(name))
                || tokens.is(name - 1, ".")
                || tokens.is(name - 1, "?.")) {
            return;
        }
        int before = name - 1;
        while (MODIFIERS.contains(tokens.text(before)) || tokens.is(before, "*")) {
            before--;
        }
        boolean starts = tokens.is(before, "{")
                || tokens.is(before, ",")
                || tokens.is(before, ";")
                || tokens.is(before, "}")
                || frame.form == OpenBracket.CLASS;
        int body = starts && tokens.partner(i) > i && tokens.is(frame.token, "{") ? bodyBehind(tokens.partner(i)) : -1;
        if (body >= 0 && !bodies.containsKey(body)) {
            String text = tokens.text(name);
            boolean constructs = text.equals("constructor")
                    || text.equals("initialize")
                    || (text.equals("init") && frame.form == OpenBracket.PLAIN);
            bodies.put(
                    body,
                    addFunction(
                            text,
                            frame.owner.isEmpty() ? "?" : frame.owner,
                            constructs,
                            ParameterReader.read(tokens, i),
                            body,
                            scope));
        }
    }

    void arrowAt(int i, int scope, OpenBracket frame) {
        int close = tokens.partner(i);
        if (close < 0 || close < i) {
            return;
        }
        int arrow = close + 1;
        if (tokens.is(arrow, ":") && !tokens.is(i - 1, "?")) {
            for (int next = arrow + 1; next < arrow + 12 && !tokens.is(arrow, "=>"); next = tokens.after(next)) {
                if (tokens.is(next, "=>")) {
                    arrow = next;
                } else if (tokens.is(next, ";")
                        || tokens.is(next, ",")
                        || tokens.is(next, ")")
                        || tokens.is(next, "}")) {
                    return;
                }
            }
        }
        if (tokens.is(arrow, "=>")) {
            arrow(i, ParameterReader.read(tokens, i), arrow, scope, frame);
        }
    }

    void arrow(int i, List<Parameter> parameters, int arrow, int scope, OpenBracket frame) {
        int start = tokens.is(i - 1, "async") ? i - 1 : i;
        int body = arrow + 1;
        if (block(body) >= 0 || expression(body) >= 0) {
            // The last word of the type in front of the arrow.
            return;
        }
        int function = add("", false, start, parameters, body, scope, frame);
        if (tokens.is(body, "{")) {
            bodies.put(body, function);
        } else {
            expressions.put(body, function);
        }
    }

    private int add(
            String own,
            boolean statement,
            int first,
            List<Parameter> parameters,
            int body,
            int scope,
            OpenBracket frame) {
        String name = own;
        String owner = "";
        if (!statement) {
            AssignmentTargets.Target target = AssignmentTargets.target(tokens, first);
            name = target.name().isEmpty() ? own : target.name();
            owner = target.owner();
            if (owner.isEmpty() && (target.isKey() || frame.form == OpenBracket.CLASS)) {
                owner = frame.owner.isEmpty() ? "?" : frame.owner;
            }
        }
        boolean constructs = (!name.isEmpty() && Character.isUpperCase(name.charAt(0))) || name.equals("initialize");
        return addFunction(name, owner, constructs, parameters, body, scope);
    }

    private int addFunction(
            String name, String owner, boolean constructs, List<Parameter> parameters, int body, int scope) {
        return outline.add(new Function(
                name, owner, constructs, parameters, outline.scopes.get(scope).function(), -1, scope, body));
    }
}
