package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Import;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;

/** Reads which names come from which modules: ECMAScript's imports, {@code require} and AMD's lists. */
final class ImportReader {

    private static final int MOST_TOKENS = 300;

    private final SymbolTable outline;
    private final Tokens tokens;

    ImportReader(SymbolTable outline) {
        this.outline = outline;
        this.tokens = outline.tokens;
    }

    /** Reads the import that begins here. */
    void read(int at) {
        int from = at + 1;
        while (from < tokens.size() && from < at + MOST_TOKENS && !tokens.is(from, "from")) {
            if (tokens.isString(from) || tokens.is(from, "(") || tokens.is(from, ";")) {
                return;
            }
            if (tokens.is(from, "=") && tokens.is(from + 1, "require")) {
                required(tokens.text(from - 1), from + 1);
                return;
            }
            from = tokens.after(from);
        }
        if (!tokens.isString(from + 1)) {
            return;
        }
        String module = tokens.value(from + 1);
        for (int i = at + 1; i < from; i = tokens.after(i)) {
            if (tokens.is(i, "{")) {
                named(i, tokens.partner(i), module);
            } else if (tokens.is(i, "*") && tokens.is(i + 1, "as")) {
                outline.imports.put(tokens.text(i + 2), new Import(module, "*"));
                i += 2;
            } else if (tokens.isIdentifier(i) && !(tokens.is(i, "type") && tokens.isIdentifier(i + 1))) {
                outline.imports.put(tokens.text(i), new Import(module, "default"));
            }
        }
    }

    private void named(int open, int close, String module) {
        for (int i = open + 1; i < close && i < open + MOST_TOKENS; i++) {
            if ((tokens.isIdentifier(i) || tokens.isString(i))
                    && (i == open + 1 || tokens.is(i - 1, ",") || tokens.is(i - 1, "type"))) {
                boolean renamed = tokens.is(i + 1, "as") || tokens.is(i + 1, ":");
                String name = tokens.isString(i) ? tokens.value(i) : tokens.text(i);
                outline.imports.put(renamed ? tokens.text(i + 2) : tokens.text(i), new Import(module, name));
            }
        }
    }

    /** A variable whose value begins here may be a module: {@code const Cookies = require("js-cookie")}. */
    void required(String name, int value) {
        int at = value;
        if (tokens.is(at, "await")) {
            at++;
        }
        // _interopRequireDefault(require("js-cookie")), __importDefault(require("…"))
        if (tokens.isIdentifier(at) && tokens.is(at + 1, "(") && tokens.is(at + 2, "require")) {
            at += 2;
        }
        if ((tokens.is(at, "require") || tokens.is(at, "import"))
                && tokens.is(at + 1, "(")
                && tokens.isString(at + 2)) {
            boolean isMember = tokens.is(at + 4, ".") && tokens.isIdentifier(at + 5);
            outline.imports.put(name, new Import(tokens.value(at + 2), isMember ? tokens.text(at + 5) : "default"));
        }
    }

    /** A pattern may take names out of a module: {@code const { setCookie } = require("cookies-next")}. */
    void destructured(int open, int close) {
        int at = tokens.is(close + 2, "await") ? close + 3 : close + 2;
        if (tokens.is(close + 1, "=")
                && (tokens.is(at, "require") || tokens.is(at, "import"))
                && tokens.is(at + 1, "(")
                && tokens.isString(at + 2)) {
            named(open, close, tokens.value(at + 2));
        }
    }

    /** A function's parameters may be modules: {@code define(["js-cookie"], function (Cookies) {…})}. */
    void listed(int call) {
        int list = call + 2;
        if (tokens.isString(list) && tokens.is(list + 1, ",")) {
            list += 2;
        }
        int close = tokens.partner(list);
        if (!tokens.is(call + 1, "(") || !tokens.is(list, "[") || close < 0 || !tokens.is(close + 1, ",")) {
            return;
        }
        int parameters = close + 2;
        while (parameters < close + 5 && !tokens.is(parameters, "(")) {
            parameters++;
        }
        int name = parameters + 1;
        for (int i = list + 1; i < close && i < list + MOST_TOKENS && tokens.isString(i); i += 2) {
            if (tokens.isIdentifier(name)) {
                outline.imports.put(tokens.text(name), new Import(tokens.value(i), "default"));
                name += 2;
            }
        }
    }
}
