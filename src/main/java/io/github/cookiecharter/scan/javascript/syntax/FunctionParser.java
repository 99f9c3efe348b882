package io.github.cookiecharter.scan.javascript.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads functions, their parameters and the patterns that take objects and arrays apart. */
final class FunctionParser {

    private static final Set<String> MODIFIERS = Set.of("public", "private", "protected", "readonly", "override");

    /** How far the colon of a choice is looked for behind what may be an arrow function with a type. */
    private static final int FARTHEST_COLON = 600;

    private final Grammar grammar;
    private final TokenCursor cursor;
    private final Tokens tokens;
    private boolean isGenerator;
    private boolean isAsync;
    private boolean chooses;

    FunctionParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.tokens = grammar.cursor.tokens;
    }

    boolean isGenerator() {
        return isGenerator;
    }

    boolean isAsync() {
        return isAsync;
    }

    /** Sets whether a colon of a choice is still to come; returns what was. */
    boolean chooses(boolean isOpen) {
        boolean before = chooses;
        chooses = isOpen;
        return before;
    }

    /** Returns whether an arrow function begins here. */
    boolean isArrow() {
        int at = cursor.at();
        if (cursor.is("async") && !cursor.startsLine(1)) {
            if (cursor.isNextName(1) && cursor.isNext(2, "=>")) {
                return true;
            }
            at = cursor.isNext(1, "(") || cursor.isNext(1, "<") ? at + 1 : at;
        }
        if (at >= cursor.limit()) {
            return false;
        }
        if (tokens.isIdentifier(at)) {
            return cursor.isNext(1, "=>");
        }
        if (tokens.is(at, "<") && tokens.partner(at) < 0) {
            at = grammar.types.behindAngles(at, cursor.limit());
        }
        if (at < 0 || !tokens.is(at, "(") || tokens.partner(at) < at || tokens.partner(at) >= cursor.limit()) {
            return false;
        }
        int behind = tokens.partner(at) + 1;
        if (behind >= cursor.limit()) {
            return false;
        }
        return tokens.is(behind, "=>") || (tokens.is(behind, ":") && isTypedArrow(behind + 1));
    }

    private boolean isTypedArrow(int type) {
        int behind = grammar.types.behindType(type);
        // The type of a function takes the arrow in: (a): (b) => c.
        boolean isArrow = behind < cursor.limit() && tokens.is(behind, "=>");
        return isArrow && (!chooses || hasColon(behind + 1));
    }

    /** Returns whether a colon that belongs to an earlier question mark follows. */
    private boolean hasColon(int from) {
        int open = 0;
        int limit = Math.min(cursor.limit(), from + FARTHEST_COLON);
        for (int i = from; i < limit; i = tokens.after(i)) {
            switch (tokens.text(i)) {
                case "?" -> open++;
                case ":" -> {
                    if (open-- == 0) {
                        return true;
                    }
                }
                case ";", "," -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    SyntaxNode arrow() {
        int start = cursor.start();
        boolean async = cursor.is("async") && !cursor.isNext(1, "=>");
        if (async) {
            cursor.advance();
        }
        List<SyntaxNode> parameters;
        if (cursor.isName()) {
            parameters = List.of(new SyntaxNode.Identifier(cursor.text(), cursor.start(), tokens.end(cursor.at())));
            cursor.advance();
        } else {
            grammar.types.parameters();
            parameters = parameters();
            grammar.types.annotation();
        }
        cursor.expect("=>");
        SyntaxNode body = body(async, false);
        return new SyntaxNode.Function("", true, false, parameters, body, start, cursor.end());
    }

    /** A function that begins here with {@code function} or {@code async}. */
    SyntaxNode function(int start, boolean isStatement) {
        boolean async = cursor.take("async");
        cursor.advance();
        boolean generates = cursor.take("*");
        String name = "";
        if (cursor.isName()) {
            name = cursor.text();
            cursor.advance();
        }
        return rest(name, isStatement, async, generates, start);
    }

    /** The parameters and the body of a function or method. */
    SyntaxNode rest(String name, boolean isStatement, boolean async, boolean generates, int start) {
        grammar.types.parameters();
        List<SyntaxNode> parameters = List.of();
        if (cursor.is("(")) {
            parameters = parameters();
        } else {
            cursor.recover();
        }
        grammar.types.annotation();
        SyntaxNode body = cursor.is("{") ? body(async, generates) : cursor.nothing();
        return new SyntaxNode.Function(name, false, isStatement, parameters, body, start, cursor.end());
    }

    private SyntaxNode body(boolean async, boolean generates) {
        boolean wasAsync = isAsync;
        boolean wasGenerator = isGenerator;
        isAsync = async;
        isGenerator = generates;
        SyntaxNode body;
        if (!cursor.is("{")) {
            body = grammar.expressions.assignment();
        } else {
            boolean allowedIn = grammar.expressions.allowIn(true);
            boolean wasChoosing = chooses(false);
            body = grammar.statements.block();
            chooses(wasChoosing);
            grammar.expressions.allowIn(allowedIn);
        }
        isAsync = wasAsync;
        isGenerator = wasGenerator;
        return body;
    }

    private List<SyntaxNode> parameters() {
        boolean isClosed = cursor.isBracket();
        int close = tokens.partner(cursor.at());
        if (cursor.isTooDeep() && isClosed) {
            cursor.jumpTo(close + 1);
            return List.of();
        }
        cursor.advance();
        int limit = isClosed ? cursor.limit(close) : cursor.limit();
        boolean allowedIn = grammar.expressions.allowIn(true);
        List<SyntaxNode> parameters = new ArrayList<>(2);
        while (!cursor.isAtEnd()) {
            int before = cursor.at();
            SyntaxNode parameter = parameter();
            if (!(parameter instanceof SyntaxNode.Nothing)) {
                parameters.add(parameter);
            }
            if (!cursor.isAtEnd() && !cursor.take(",")) {
                cursor.recover();
                if (!isClosed) {
                    break;
                }
                if (cursor.at() == before) {
                    cursor.advance();
                }
            }
        }
        grammar.expressions.allowIn(allowedIn);
        if (isClosed) {
            cursor.limit(limit);
            cursor.jumpTo(close + 1);
        }
        return parameters;
    }

    private SyntaxNode parameter() {
        grammar.members.decorators();
        while (MODIFIERS.contains(cursor.text())
                && (cursor.isNextName(1) || cursor.isNext(1, "{") || cursor.isNext(1, "["))) {
            cursor.advance();
        }
        int start = cursor.start();
        boolean isRest = cursor.take("...");
        boolean isThis = cursor.is("this");
        SyntaxNode target = target();
        cursor.take("?");
        grammar.types.annotation();
        if (isThis) {
            return cursor.nothing();
        }
        if (isRest) {
            return new SyntaxNode.Spread(target, start, cursor.end());
        }
        return withDefault(target, start);
    }

    private SyntaxNode withDefault(SyntaxNode target, int start) {
        if (!cursor.take("=")) {
            return target;
        }
        SyntaxNode value = grammar.expressions.assignment();
        return new SyntaxNode.Assignment("=", target, value, start, cursor.end());
    }

    /** A name or a pattern that is declared. */
    SyntaxNode target() {
        if (cursor.isName()) {
            SyntaxNode name = new SyntaxNode.Identifier(cursor.text(), cursor.start(), tokens.end(cursor.at()));
            cursor.advance();
            return name;
        }
        if (cursor.is("{") || cursor.is("[")) {
            boolean isTooDeep = cursor.descend();
            SyntaxNode pattern = isTooDeep && !cursor.isBracket() ? cursor.nothing() : grammar.operands.operand();
            cursor.ascend();
            return pattern;
        }
        return cursor.nothing();
    }
}
