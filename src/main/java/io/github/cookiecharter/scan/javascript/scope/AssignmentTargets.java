package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import java.util.Set;

/** What a function, a class or an object literal is assigned to, read from the tokens in front of it. */
final class AssignmentTargets {

    private static final Set<String> EXPORTS =
            Set.of("exports", "module", "window", "globalThis", "self", "global", "root");

    private AssignmentTargets() {}

    /**
     * What something is assigned to.
     *
     * @param owner the object whose property it becomes; empty where it becomes a variable, or where that is not written
     * @param isKey whether it is the value of a key in an object literal
     */
    record Target(String name, String owner, boolean isKey) {}

    /** The target of the expression whose first token this is. */
    static Target target(Tokens tokens, int first) {
        int i = first - 1;
        // useCallback(function () {…}), Object.freeze({…}), memo(…)
        for (int wraps = 0; wraps < 2 && tokens.is(i, "(") && tokens.isIdentifier(i - 1); wraps++) {
            int callee = i - 1;
            while (tokens.is(callee - 1, ".") && tokens.isIdentifier(callee - 2)) {
                callee -= 2;
            }
            if (!tokens.is(callee - 1, "=") && !tokens.is(callee - 1, ":") && !tokens.is(callee - 1, "new")) {
                break;
            }
            i = tokens.is(callee - 1, "new") ? callee - 2 : callee - 1;
        }
        while (tokens.is(i, "(")) {
            i--;
        }
        if (tokens.is(i, "=") || tokens.is(i, "||=") || tokens.is(i, "??=")) {
            return left(tokens, i - 1);
        }
        if (tokens.is(i, "||") && tokens.isIdentifier(i - 1)) {
            return left(tokens, i - 1);
        }
        if (tokens.is(i, ":")) {
            if (tokens.isIdentifier(i - 1)) {
                return new Target(tokens.text(i - 1), "", true);
            }
            if (tokens.isString(i - 1)) {
                return new Target(tokens.value(i - 1), "", true);
            }
        }
        return new Target("", "", false);
    }

    private static Target left(Tokens tokens, int i) {
        int name = i;
        // const save: (key: string) => void = …
        if (!isTarget(tokens, name)) {
            for (int back = i; back > i - 12 && back > 0; back = tokens.opening(back) - 1) {
                if (tokens.is(back, ":") && tokens.isIdentifier(back - 1)) {
                    name = back - 1;
                    break;
                } else if (tokens.is(back, ";") || tokens.is(back, "{") || tokens.is(back, ",")) {
                    break;
                }
            }
        } else if (tokens.is(name - 1, ":") && tokens.isIdentifier(name - 2) && !tokens.is(name - 3, "?")) {
            name -= 2;
        }
        if (tokens.is(name, "]") && tokens.isString(name - 1)) {
            return new Target(tokens.value(name - 1), owner(tokens, name - 3), false);
        }
        if (!tokens.isIdentifier(name)) {
            return new Target("", "", false);
        }
        if (tokens.is(name - 1, ".") || tokens.is(name - 1, "?.")) {
            return new Target(tokens.text(name), owner(tokens, name - 2), false);
        }
        return new Target(tokens.text(name), "", false);
    }

    private static boolean isTarget(Tokens tokens, int name) {
        return tokens.isIdentifier(name) || tokens.is(name, "]");
    }

    private static String owner(Tokens tokens, int i) {
        int at = i;
        if (tokens.is(at, "prototype") && tokens.is(at - 1, ".")) {
            at -= 2;
        }
        String owner = tokens.text(at);
        return EXPORTS.contains(owner) ? "" : owner.isEmpty() ? "?" : owner;
    }

    /** The name of the object literal, or of the class without a name, that begins here; empty where it has none. */
    static String of(Tokens tokens, int first) {
        Target target = target(tokens, first);
        if (target.name().equals("prototype")
                || target.name().equals("fn")
                || target.name().equals("exports")) {
            return target.owner();
        }
        if (!target.name().isEmpty()) {
            return target.name();
        }
        // $.extend(Cookies, {…}), Object.assign(Cookies.prototype, {…})
        int i = first - 1;
        if (tokens.is(i, ",") && tokens.isIdentifier(i - 1)) {
            return tokens.is(i - 1, "prototype") ? tokens.text(i - 3) : tokens.text(i - 1);
        }
        return "";
    }

    /** Returns whether an expression, and no statement, begins at the token. */
    static boolean isOperand(Tokens tokens, int first) {
        int before = first - 1;
        return switch (tokens.kind(before)) {
            case Tokens.PUNCTUATOR ->
                switch (tokens.text(before)) {
                    case ";", "}", "{", ")" -> false;
                    default -> true;
                };
            case Tokens.IDENTIFIER ->
                !tokens.is(before, "export")
                        && !tokens.is(before, "default")
                        && !tokens.is(before, "else")
                        && !tokens.is(before, "do")
                        && !tokens.startsLine(first);
            default -> false;
        };
    }
}
