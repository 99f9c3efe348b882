package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Import;
import io.github.cookiecharter.scan.javascript.sink.ScriptSinkTable.Sink;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import io.github.cookiecharter.scan.javascript.value.NameResolver;
import java.util.Locale;
import java.util.Set;

/** What a method is called on: its name, the module that it comes from, or what the variable is bound to. */
final class ReceiverResolver {

    /** Calls that give the library itself back, with other settings. */
    private static final Set<String> SAME =
            Set.of("withAttributes", "withConverter", "noConflict", "defaults", "create");

    private final SymbolTable outline;
    private final Tokens tokens;
    private final NameResolver names;

    ReceiverResolver(SymbolTable outline, NameResolver names) {
        this.outline = outline;
        this.tokens = outline.tokens;
        this.names = names;
    }

    /** The last token of the name that a method is called on, or -1. */
    int last(int method) {
        int last = method - 2;
        if (!tokens.is(method - 1, ".") && !tokens.is(method - 1, "?.")) {
            return -1;
        }
        for (int steps = 0; steps < 6; steps++) {
            if (tokens.is(last, "!")) {
                last--;
            } else if (tokens.is(last, ")")) {
                int opening = tokens.opening(last);
                if (tokens.isIdentifier(opening - 1)) {
                    last = opening - 1;
                    if (SAME.contains(tokens.text(last)) && tokens.is(last - 1, ".")) {
                        last -= 2;
                    }
                } else {
                    last--;
                }
            } else if (tokens.is(last, "]") && tokens.isString(last - 1)) {
                last--;
            } else {
                break;
            }
        }
        return last;
    }

    /** Returns whether a call is that of the table. */
    boolean fit(Sink sink, int method, int name) {
        if (tokens.is(method, ScriptSinkTable.NEW)) {
            return fits(sink, name, 1);
        }
        int last = last(method);
        if (last < 0) {
            Import imported = outline.imports.get(tokens.text(method));
            return imported == null
                    ? sink.receivers().contains(ScriptSinkTable.BARE)
                    : sink.modules().contains(imported.module())
                            || (sink.isLoose() && sink.receivers().contains(ScriptSinkTable.BARE));
        }
        return sink.receivers().contains(ScriptSinkTable.ANY) || fits(sink, last, 0);
    }

    private boolean fits(Sink sink, int last, int depth) {
        String text = tokens.isString(last) ? tokens.value(last) : tokens.text(last);
        Import imported = outline.imports.get(text);
        boolean isPart = tokens.is(last - 1, ".");
        if (imported != null && !isPart) {
            if (sink.modules().contains(imported.module())) {
                return true;
            }
            if (ScriptSinkTable.containsModule(imported.module())) {
                return false;
            }
        }
        String lower = text.toLowerCase(Locale.ROOT);
        Set<String> receivers = sink.receivers();
        if (receivers.contains(lower)
                || (isPart && receivers.contains(tokens.text(last - 2).toLowerCase(Locale.ROOT) + '.' + lower))) {
            return (!lower.equals("cookies") && !lower.equals("cookie")) || depth > 0 || !isTypeOfOther(sink, last);
        }
        if (depth > 1 || isPart || (sink.modules().isEmpty() && sink.receivers().size() < 2)) {
            return false;
        }
        int value = names.initializer(last);
        if (value < 0) {
            return false;
        }
        while (tokens.is(value, "new") || tokens.is(value, "await") || tokens.is(value, "(")) {
            value++;
        }
        return tokens.isIdentifier(value)
                && (tokens.is(value + 1, "(") || tokens.is(value + 1, ";") || tokens.is(value + 1, "."))
                && fits(sink, value, depth + 1);
    }

    /** Returns whether the variable holds something of a module that another line of the table is for. */
    private boolean isTypeOfOther(Sink sink, int last) {
        int value = tokens.is(last - 1, ".") ? -1 : names.initializer(last);
        if (value < 0) {
            return false;
        }
        while (tokens.is(value, "new") || tokens.is(value, "await") || tokens.is(value, "(")) {
            value++;
        }
        Import imported = outline.imports.get(tokens.text(value));
        return imported != null
                && !sink.modules().contains(imported.module())
                && ScriptSinkTable.containsModule(imported.module());
    }

    /** Returns whether a variable is the document. */
    boolean isDocument(int token) {
        if (!tokens.isIdentifier(token) || tokens.is(token - 1, ".")) {
            return false;
        }
        int value = names.initializer(token);
        for (int i = value; value >= 0 && i < value + 6; i++) {
            if (tokens.is(i, "document") && !tokens.is(i + 1, ".")) {
                return true;
            }
            if (!tokens.isIdentifier(i) && !tokens.is(i, ".")) {
                return false;
            }
        }
        return false;
    }
}
