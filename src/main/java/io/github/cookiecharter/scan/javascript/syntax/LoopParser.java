package io.github.cookiecharter.scan.javascript.syntax;

/** Reads loops. */
final class LoopParser {

    private final Grammar grammar;
    private final TokenCursor cursor;
    private final Tokens tokens;

    LoopParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.tokens = grammar.cursor.tokens;
    }

    /** A loop of {@code while} or {@code do}, or a {@code with} statement, which has the form of the first. */
    SyntaxNode whileLoop(int start) {
        boolean isDo = cursor.is("do");
        cursor.advance();
        if (!isDo) {
            SyntaxNode test = grammar.statements.condition();
            SyntaxNode body = grammar.statements.statement();
            return loop(cursor.nothing(), test, cursor.nothing(), body, start);
        }
        SyntaxNode body = grammar.statements.statement();
        cursor.expect("while");
        SyntaxNode test = grammar.statements.condition();
        cursor.take(";");
        return loop(cursor.nothing(), test, cursor.nothing(), body, start);
    }

    private SyntaxNode loop(SyntaxNode init, SyntaxNode test, SyntaxNode update, SyntaxNode body, int start) {
        return new SyntaxNode.Loop(init, test, update, body, start, cursor.end());
    }

    /** A loop of {@code for} that begins here. */
    SyntaxNode forLoop(int start) {
        cursor.advance();
        cursor.take("await");
        if (!cursor.is("(") || !cursor.isBracket()) {
            cursor.recover();
            return cursor.nothing();
        }
        int close = tokens.partner(cursor.at());
        cursor.advance();
        int limit = cursor.limit(close);
        SyntaxNode init = head();
        boolean isOf = cursor.is("of");
        if (isOf || cursor.is("in")) {
            cursor.advance();
            SyntaxNode subject = grammar.expressions.expression();
            grammar.statements.close(close, limit);
            SyntaxNode body = grammar.statements.statement();
            return new SyntaxNode.ForEach(isOf, init, subject, body, start, cursor.end());
        }
        cursor.expect(";");
        SyntaxNode test = cursor.is(";") ? cursor.nothing() : grammar.expressions.expression();
        cursor.expect(";");
        SyntaxNode update = cursor.isAtEnd() ? cursor.nothing() : grammar.expressions.expression();
        grammar.statements.close(close, limit);
        SyntaxNode body = grammar.statements.statement();
        return loop(init, test, update, body, start);
    }

    /** What stands first in the head of a loop. */
    private SyntaxNode head() {
        int start = cursor.start();
        boolean allowedIn = grammar.expressions.allowIn(false);
        SyntaxNode init;
        boolean isAwait = cursor.is("await") && cursor.isNext(1, "using");
        int ahead = isAwait ? 2 : 1;
        boolean declares = isAwait || cursor.is("var") || cursor.is("let") || cursor.is("const") || cursor.is("using");
        boolean isName = cursor.isNextName(ahead) && !cursor.isNext(ahead, "in") && !isOfWithoutName(ahead);
        if (declares && (isName || cursor.isNext(1, "{") || cursor.isNext(1, "["))) {
            if (isAwait) {
                cursor.advance();
            }
            init = grammar.statements.declaration(start);
        } else {
            init = cursor.is(";") ? cursor.nothing() : grammar.expressions.expression();
        }
        grammar.expressions.allowIn(allowedIn);
        return init;
    }

    /** for (using of list) has a variable called using. */
    private boolean isOfWithoutName(int ahead) {
        return cursor.isNext(ahead, "of")
                && !cursor.isNext(ahead + 1, "of")
                && !cursor.isNext(ahead + 1, "=")
                && !cursor.isNext(ahead + 1, ",")
                && !cursor.isNext(ahead + 1, ";");
    }
}
