package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Binding;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Function;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Parameter;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Property;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the outline in one pass over the tokens. */
final class ScopeAnalyzer {

    private final SymbolTable outline;
    private final Tokens tokens;
    private final ImportReader imports;
    private final List<OpenBracket> frames = new ArrayList<>();
    private final FunctionReader functions;
    private final Map<Integer, String> classes = new HashMap<>();
    private final Map<Integer, String> enums = new HashMap<>();
    private final List<Integer> arrows = new ArrayList<>();
    // A name may be declared behind the place that gives it a value.
    private final List<String> assignedNames = new ArrayList<>();
    private final List<Binding> assignments = new ArrayList<>();
    private int scope;

    ScopeAnalyzer(SymbolTable outline) {
        this.outline = outline;
        this.tokens = outline.tokens;
        this.imports = new ImportReader(outline);
        this.functions = new FunctionReader(outline);
    }

    void read() {
        outline.openScope(-1, 0, SymbolTable.TOP);
        outline.add(new Function("", "", false, List.of(), -1, SymbolTable.TOP, SymbolTable.TOP, 0));
        frames.add(new OpenBracket(-1, OpenBracket.PLAIN, "", false));
        for (int i = 0; i < tokens.size(); i++) {
            int body = functions.expression(i);
            if (body >= 0) {
                openBody(body, i);
            }
            byte kind = tokens.kind(i);
            if (kind == Tokens.PUNCTUATOR) {
                punctuator(i);
            } else if (kind == Tokens.IDENTIFIER) {
                identifier(i);
            } else if (kind == Tokens.STRING && tokens.is(i + 1, ":") && isKeyAt(i)) {
                property(tokens.value(i), i + 2, i);
            }
        }
        while (frames.size() > 1) {
            close(tokens.size());
        }
        closeBodies(top(), tokens.size());
        for (int i = 0; i < assignments.size(); i++) {
            outline.assign(assignedNames.get(i), assignments.get(i));
        }
    }

    private OpenBracket top() {
        return frames.get(frames.size() - 1);
    }

    private void punctuator(int i) {
        switch (tokens.text(i)) {
            case "{", "${", "(", "[", "`" -> {
                if (tokens.partner(i) > i) {
                    if (tokens.is(i, "(")) {
                        functions.arrowAt(i, scope, top());
                        functions.methodAt(i, scope, top());
                    }
                    open(i);
                }
            }
            case "}", ")", "]" -> {
                if (tokens.partner(i) >= 0 && tokens.partner(i) < i) {
                    while (frames.size() > 1 && top().token > tokens.partner(i)) {
                        close(i);
                    }
                    if (frames.size() > 1 && top().token == tokens.partner(i)) {
                        close(i);
                    }
                }
            }
            case ";" -> {
                closeBodies(top(), i);
                top().declaring = false;
                top().waiting = -1;
            }
            case "," -> {
                closeBodies(top(), i);
                top().waiting = -1;
                if (top().declaring) {
                    declare(i + 1);
                }
            }
            case "=" -> assignment(i);
            case "+=" -> {
                if (tokens.isIdentifier(i - 1) && !isMember(i - 1)) {
                    assign(tokens.text(i - 1), new Binding(scope, i + 1, "", true));
                }
            }
            default -> {}
        }
    }

    private void open(int i) {
        String owner = "";
        int form = OpenBracket.PLAIN;
        boolean opensScope = false;
        if (tokens.is(i, "{")) {
            int body = functions.block(i);
            if (body >= 0) {
                openFunction(i, body);
                opensScope = true;
            } else if (classes.containsKey(i)) {
                form = OpenBracket.CLASS;
                owner = classes.getOrDefault(i, "");
            } else if (enums.containsKey(i)) {
                form = OpenBracket.ENUM;
                owner = enums.getOrDefault(i, "");
            } else if (isBlock(i)) {
                openScope(i, outline.scopes.get(scope).function());
                opensScope = true;
            } else {
                owner = AssignmentTargets.of(tokens, i);
            }
        }
        frames.add(new OpenBracket(i, form, owner, opensScope));
    }

    private boolean isBlock(int i) {
        String before = tokens.text(i - 1);
        return before.equals(")")
                || before.equals(";")
                || before.equals("}")
                || before.equals("{")
                || before.equals("else")
                || before.equals("try")
                || before.equals("finally")
                || before.equals("do")
                || before.equals("catch");
    }

    private void openScope(int start, int function) {
        scope = outline.openScope(scope, start, function);
    }

    private void openFunction(int start, int function) {
        openScope(start, function);
        outline.functions.set(function, outline.functions.get(function).in(scope));
    }

    private void openBody(int function, int at) {
        openFunction(at, function);
        arrows.add(scope);
        top().bodies++;
    }

    private void close(int at) {
        OpenBracket frame = top();
        closeBodies(frame, at);
        if (frame.opensScope) {
            outline.scopeEnds.set(scope, at + 1);
            int function = outline.scopes.get(scope).function();
            if (outline.functions.get(function).scope() == scope) {
                outline.functionEnds.set(function, at + 1);
            }
            scope = outline.scopes.get(scope).parent();
        }
        frames.remove(frames.size() - 1);
    }

    private void closeBodies(OpenBracket frame, int at) {
        for (; frame.bodies > 0; frame.bodies--) {
            int ended = arrows.remove(arrows.size() - 1);
            outline.scopeEnds.set(ended, at);
            outline.functionEnds.set(outline.scopes.get(ended).function(), at);
            scope = outline.scopes.get(ended).parent();
        }
    }

    private void identifier(int i) {
        String text = tokens.text(i);
        if (isMember(i)) {
            return;
        }
        switch (text) {
            case "var", "let", "const", "using" -> {
                if (tokens.isIdentifier(i + 1) || tokens.is(i + 1, "{") || tokens.is(i + 1, "[")) {
                    if (text.equals("const") && tokens.is(i + 1, "enum")) {
                        return;
                    }
                    statement(i);
                    top().declaring = true;
                    top().hoists = text.equals("var");
                    declare(i + 1);
                }
            }
            case "function" -> functions.functionAt(i, scope, top());
            case "class" -> classAt(i);
            case "enum" -> {
                if (tokens.isIdentifier(i + 1) && tokens.is(i + 2, "{")) {
                    enums.put(i + 2, tokens.text(i + 1));
                }
            }
            case "import" -> imports.read(i);
            case "define", "require" -> imports.listed(i);
            case "if", "for", "while", "return", "switch", "try", "export", "throw" -> statement(i);
            default -> {
                if (tokens.is(i + 1, "=>")) {
                    functions.arrow(i, List.of(new Parameter(text, 0, "", -1)), i + 1, scope, top());
                } else if (top().form != OpenBracket.PLAIN) {
                    field(i);
                } else if (tokens.is(i + 1, ":") && isKeyAt(i)) {
                    property(text, i + 2, i);
                } else if ((top().declaring || top().bodies > 0) && isOperandEnd(i - 1) && tokens.startsLine(i)) {
                    statement(i);
                }
            }
        }
    }

    /** A field of a class, or what stands in front of or behind its name. */
    private void field(int i) {
        OpenBracket frame = top();
        boolean isTyped = frame.waiting >= 0 && tokens.is(frame.waiting + 1, ":") && !tokens.startsLine(i);
        if (!isTyped && (frame.waiting < 0 || tokens.is(i + 1, ":") || tokens.is(i + 1, "="))) {
            frame.waiting = i;
        }
    }

    /** A new statement ends the declaration before it, though no semicolon does. */
    private void statement(int i) {
        closeBodies(top(), i);
        top().declaring = false;
        top().waiting = -1;
    }

    private boolean isOperandEnd(int token) {
        return tokens.kind(token) != Tokens.PUNCTUATOR
                || tokens.is(token, ")")
                || tokens.is(token, "]")
                || tokens.is(token, "}")
                || tokens.is(token, "`");
    }

    private boolean isMember(int i) {
        return tokens.is(i - 1, ".") || tokens.is(i - 1, "?.");
    }

    /** Returns whether a key of an object literal may stand here. */
    private boolean isKeyAt(int i) {
        return (tokens.is(i - 1, "{") || tokens.is(i - 1, ",")) && tokens.is(top().token, "{");
    }

    /** Names declared from here on: one, or those of a pattern. */
    private void declare(int i) {
        OpenBracket frame = top();
        int at = frame.hoists
                ? outline.functions.get(outline.scopes.get(scope).function()).scope()
                : scope;
        if (tokens.isIdentifier(i)) {
            frame.waiting = i;
            if (tokens.is(i + 1, "of")) {
                outline.declare(tokens.text(i), new Binding(at, i + 2, "*", false));
            } else if (!tokens.is(i + 1, "=") && !tokens.is(i + 1, ":") && !tokens.is(i + 1, "!")) {
                outline.declare(tokens.text(i), new Binding(at, -1, "", false));
            }
        } else if ((tokens.is(i, "{") || tokens.is(i, "[")) && tokens.partner(i) > i) {
            int close = tokens.partner(i);
            int value = tokens.is(close + 1, "=") ? close + 2 : -1;
            for (Parameter name : ParameterReader.pattern(tokens, i, 0)) {
                outline.declare(
                        name.name(), new Binding(at, name.property().isEmpty() ? -1 : value, name.property(), false));
            }
            imports.destructured(i, close);
        }
    }

    private void assignment(int i) {
        OpenBracket frame = top();
        int name = i - 1;
        if (frame.waiting >= 0
                && (frame.waiting == name || tokens.is(frame.waiting + 1, ":") || tokens.is(frame.waiting + 1, "!"))) {
            name = frame.waiting;
            frame.waiting = -1;
            if (frame.form != OpenBracket.PLAIN) {
                property(tokens.text(name), i + 1, name);
            } else {
                int at = frame.hoists
                        ? outline.functions
                                .get(outline.scopes.get(scope).function())
                                .scope()
                        : scope;
                outline.declare(tokens.text(name), new Binding(at, i + 1, "", false));
                imports.required(tokens.text(name), i + 1);
            }
        } else if (tokens.isIdentifier(name) && isMember(name)) {
            outline.property(tokens.text(name), new Property(tokens.text(name - 2), i + 1, name));
        } else if (tokens.is(name, "]") && tokens.isString(name - 1) && tokens.opening(name) == name - 2) {
            outline.property(tokens.value(name - 1), new Property(tokens.text(name - 3), i + 1, name - 1));
        } else if (tokens.isIdentifier(name)) {
            assign(tokens.text(name), new Binding(scope, i + 1, "", false));
        }
    }

    private void assign(String name, Binding binding) {
        if (!outline.isRelevant(name)) {
            return;
        }
        assignedNames.add(name);
        assignments.add(binding);
    }

    private void property(String name, int value, int at) {
        outline.property(name, new Property(top().owner, value, at));
    }

    private void classAt(int i) {
        String name = tokens.isIdentifier(i + 1) && !tokens.is(i + 1, "extends")
                ? tokens.text(i + 1)
                : AssignmentTargets.of(tokens, i);
        for (int next = i + 1; next < tokens.size() && next < i + 40; next = tokens.after(next)) {
            if (tokens.is(next, "{")) {
                classes.put(next, name);
                return;
            }
        }
    }
}
