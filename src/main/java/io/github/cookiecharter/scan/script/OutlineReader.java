package io.github.cookiecharter.scan.script;

import io.github.cookiecharter.scan.script.Outline.Binding;
import io.github.cookiecharter.scan.script.Outline.Function;
import io.github.cookiecharter.scan.script.Outline.Parameter;
import io.github.cookiecharter.scan.script.Outline.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the outline in one pass over the tokens. */
final class OutlineReader {

    private final Outline outline;
    private final Tokens tokens;
    private final Imports imports;
    private final List<Frame> frames = new ArrayList<>();
    private final FunctionReader functions;
    private final Map<Integer, String> classes = new HashMap<>();
    private final Map<Integer, String> enums = new HashMap<>();
    private final List<Integer> arrows = new ArrayList<>();
    // A name may be declared behind the place that gives it a value.
    private final List<String> assignedNames = new ArrayList<>();
    private final List<Binding> assignments = new ArrayList<>();
    private int scope;

    OutlineReader(Outline outline) {
        this.outline = outline;
        this.tokens = outline.tokens;
        this.imports = new Imports(outline);
        this.functions = new FunctionReader(outline);
    }

    void read() {
        outline.openScope(-1, 0, Outline.TOP);
        outline.add(new Function("", "", false, List.of(), -1, Outline.TOP, Outline.TOP, 0));
        frames.add(new Frame(-1, Frame.PLAIN, "", false));
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

    private Frame top() {
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
        int form = Frame.PLAIN;
        boolean opensScope = false;
        if (tokens.is(i, "{")) {
            int body = functions.block(i);
            if (body >= 0) {
                openFunction(i, body);
                opensScope = true;
            } else if (classes.containsKey(i)) {
                form = Frame.CLASS;
                owner = classes.getOrDefault(i, "");
            } else if (enums.containsKey(i)) {
                form = Frame.ENUM;
                owner = enums.getOrDefault(i, "");
            } else if (isBlock(i)) {
                openScope(i, outline.scopes.get(scope).function());
                opensScope = true;
            } else {
                owner = Owners.of(tokens, i);
            }
        }
        frames.add(new Frame(i, form, owner, opensScope));
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
        Frame frame = top();
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

    private void closeBodies(Frame frame, int at) {
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
                } else if (top().form != Frame.PLAIN) {
                    top().waiting =
                            tokens.is(i + 1, ":") || tokens.is(i + 1, "=") || top().waiting < 0 ? i : top().waiting;
                } else if (tokens.is(i + 1, ":") && isKeyAt(i)) {
                    property(text, i + 2, i);
                } else if ((top().declaring || top().bodies > 0) && isOperandEnd(i - 1) && tokens.startsLine(i)) {
                    statement(i);
                }
            }
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

    /** Whether a key of an object literal may stand here. */
    private boolean isKeyAt(int i) {
        return (tokens.is(i - 1, "{") || tokens.is(i - 1, ",")) && tokens.is(top().token, "{");
    }

    /** Names declared from here on: one, or those of a pattern. */
    private void declare(int i) {
        Frame frame = top();
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
            for (Parameter name : Parameters.pattern(tokens, i, 0)) {
                outline.declare(
                        name.name(), new Binding(at, name.property().isEmpty() ? -1 : value, name.property(), false));
            }
            imports.destructured(i, close);
        }
    }

    private void assignment(int i) {
        Frame frame = top();
        int name = i - 1;
        if (frame.waiting >= 0
                && (frame.waiting == name || tokens.is(frame.waiting + 1, ":") || tokens.is(frame.waiting + 1, "!"))) {
            name = frame.waiting;
            frame.waiting = -1;
            if (frame.form != Frame.PLAIN) {
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
        assignedNames.add(name);
        assignments.add(binding);
    }

    private void property(String name, int value, int at) {
        outline.property(name, new Property(top().owner, value, at));
    }

    private void classAt(int i) {
        String name =
                tokens.isIdentifier(i + 1) && !tokens.is(i + 1, "extends") ? tokens.text(i + 1) : Owners.of(tokens, i);
        for (int next = i + 1; next < tokens.size() && next < i + 40; next = tokens.after(next)) {
            if (tokens.is(next, "{")) {
                classes.put(next, name);
                return;
            }
        }
    }
}
