package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Parameter;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the names that a list of parameters, or a pattern of destructuring, declares. */
final class ParameterReader {

    /** Lists and patterns longer than this are generated code. */
    private static final int MOST_TOKENS = 400;

    private static final Set<String> MODIFIERS = Set.of("private", "public", "protected", "readonly", "override");

    private ParameterReader() {}

    /** The parameters between the parenthesis here and its partner. */
    static List<Parameter> read(Tokens tokens, int open) {
        List<Parameter> all = new ArrayList<>();
        int close = tokens.partner(open);
        int index = 0;
        int steps = 0;
        int i = open + 1;
        boolean expectsName = true;
        while (i < close && steps++ < MOST_TOKENS) {
            if (tokens.is(i, ",")) {
                index++;
                expectsName = true;
            } else if (expectsName && tokens.isIdentifier(i)) {
                if (!MODIFIERS.contains(tokens.text(i)) || !tokens.isIdentifier(i + 1)) {
                    all.add(new Parameter(tokens.text(i), index, "", fallback(tokens, i + 1, close)));
                    expectsName = false;
                }
            } else if (expectsName && (tokens.is(i, "{") || tokens.is(i, "["))) {
                all.addAll(pattern(tokens, i, index));
                expectsName = false;
            }
            i = tokens.after(i);
        }
        return all;
    }

    /** The names of a pattern; those of an array's pattern have no property that could be followed. */
    static List<Parameter> pattern(Tokens tokens, int open, int index) {
        List<Parameter> all = new ArrayList<>();
        int close = tokens.partner(open);
        boolean isArray = tokens.is(open, "[");
        int steps = 0;
        int i = open + 1;
        while (i < close && steps++ < MOST_TOKENS) {
            if (tokens.isIdentifier(i) && (tokens.is(i - 1, ",") || i == open + 1 || tokens.is(i - 1, "..."))) {
                boolean renamed = tokens.is(i + 1, ":") && tokens.isIdentifier(i + 2);
                int name = renamed ? i + 2 : i;
                all.add(new Parameter(
                        tokens.text(name), index, isArray ? "" : tokens.text(i), fallback(tokens, name + 1, close)));
            }
            i = tokens.after(i);
        }
        return all;
    }

    /** The first token of the default behind a name and its type, or -1. */
    private static int fallback(Tokens tokens, int behind, int close) {
        for (int i = behind; i < close && i < behind + 20; i = tokens.after(i)) {
            if (tokens.is(i, "=")) {
                return i + 1;
            } else if (tokens.is(i, ",")) {
                return -1;
            }
        }
        return -1;
    }
}
