package io.github.cookiecharter.scan.javascript.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads statements and declarations. */
final class StatementParser {

    private final Grammar grammar;
    private final TokenCursor cursor;
    private final Tokens tokens;

    StatementParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.tokens = grammar.cursor.tokens;
    }

    /** Reads statements up to the end. */
    void readAll(List<SyntaxNode> statements) {
        while (!cursor.isAtEnd()) {
            readOne(statements);
        }
    }

    // Always gets on: what begins no statement is passed over.
    private void readOne(List<SyntaxNode> statements) {
        int before = cursor.at();
        SyntaxNode statement = statement();
        if (cursor.at() == before) {
            cursor.recover();
            cursor.advance();
        } else if (!(statement instanceof SyntaxNode.Nothing)) {
            statements.add(statement);
        }
    }

    /** Statements in braces. */
    SyntaxNode block() {
        if (cursor.isTooDeep() && cursor.isBracket()) {
            return cursor.postpone(true);
        }
        int start = cursor.start();
        boolean isClosed = cursor.isBracket();
        int close = tokens.partner(cursor.at());
        cursor.advance();
        List<SyntaxNode> statements = new ArrayList<>();
        if (isClosed) {
            int limit = cursor.limit(close);
            readAll(statements);
            cursor.limit(limit);
            cursor.jumpTo(close + 1);
        } else {
            cursor.recover();
        }
        return new SyntaxNode.Block(statements, start, cursor.end());
    }

    /** One statement, with what ends it. */
    SyntaxNode statement() {
        while (cursor.isName() && cursor.isNext(1, ":") && !cursor.is("default") && !cursor.is("case")) {
            cursor.jumpTo(cursor.at() + 2);
        }
        if (cursor.descend()) {
            SyntaxNode statement = cursor.is("{") && cursor.isBracket() ? cursor.postpone(true) : tooDeep();
            cursor.ascend();
            return statement;
        }
        SyntaxNode statement = cursor.kind() == Tokens.IDENTIFIER ? byWord() : byPunctuator();
        cursor.ascend();
        return statement;
    }

    private SyntaxNode tooDeep() {
        SyntaxNode operand = grammar.operands.chain();
        cursor.take(";");
        return operand;
    }

    private SyntaxNode byPunctuator() {
        switch (cursor.text()) {
            case ";" -> {
                cursor.advance();
                return cursor.nothing();
            }
            case "{" -> {
                return block();
            }
            case "@" -> {
                return decorated();
            }
            default -> {
                return expressionStatement();
            }
        }
    }

    private SyntaxNode decorated() {
        int start = cursor.start();
        List<SyntaxNode> all = grammar.members.decorators();
        if (!cursor.isAtEnd()) {
            all.add(statement());
        }
        return new SyntaxNode.Sequence(all, start, cursor.end());
    }

    private SyntaxNode byWord() {
        int start = cursor.start();
        switch (cursor.text()) {
            case "var", "let", "const", "using", "await" -> {
                return variables(start);
            }
            case "function" -> {
                return ended(grammar.functions.function(start, true));
            }
            case "async" -> {
                return cursor.isNext(1, "function") && !cursor.startsLine(1)
                        ? ended(grammar.functions.function(start, true))
                        : expressionStatement();
            }
            case "class" -> {
                return grammar.members.classNode(start, true);
            }
            case "if" -> {
                return branches(start);
            }
            case "for" -> {
                return grammar.loops.forLoop(start);
            }
            case "while", "do", "with" -> {
                return grammar.loops.whileLoop(start);
            }
            case "return", "throw", "break", "continue" -> {
                return exit(start);
            }
            case "try" -> {
                return attempt(start);
            }
            case "switch" -> {
                return choice(start);
            }
            case "debugger" -> {
                cursor.advance();
                return ended(cursor.nothing());
            }
            default -> {
                return grammar.modules.statement(start);
            }
        }
    }

    private SyntaxNode variables(int start) {
        String keyword = cursor.text();
        boolean isAwait = keyword.equals("await");
        int ahead = isAwait ? 2 : 1;
        boolean declares = !isAwait || (cursor.isNext(1, "using") && !cursor.startsLine(2));
        if (keyword.equals("const") && cursor.isNext(1, "enum")) {
            cursor.advance();
            return grammar.members.enumeration(start);
        }
        boolean isNamed = cursor.isNextName(ahead)
                && !(!keyword.equals("var")
                        && !keyword.equals("const")
                        && (cursor.isNext(ahead, "in")
                                || cursor.isNext(ahead, "instanceof")
                                || (cursor.isNext(ahead, "of") && cursor.isNext(ahead + 1, ","))));
        boolean isPattern = !keyword.equals("using") && !isAwait && (cursor.isNext(1, "{") || cursor.isNext(1, "["));
        if (!declares || !(isNamed || isPattern) || (keyword.equals("using") && cursor.startsLine(1))) {
            return expressionStatement();
        }
        if (isAwait) {
            cursor.advance();
        }
        return ended(declaration(start));
    }

    /** A declaration, without what ends it. */
    SyntaxNode declaration(int start) {
        String keyword = cursor.text();
        cursor.advance();
        List<SyntaxNode> declarators = new ArrayList<>(1);
        do {
            int from = cursor.start();
            SyntaxNode target = grammar.functions.target();
            if (target instanceof SyntaxNode.Nothing) {
                cursor.recover();
                break;
            }
            cursor.take("!");
            grammar.types.annotation();
            SyntaxNode value = cursor.take("=") ? grammar.expressions.assignment() : cursor.nothing();
            declarators.add(new SyntaxNode.Declarator(target, value, from, cursor.end()));
        } while (cursor.take(","));
        return new SyntaxNode.Declaration(keyword, declarators, start, cursor.end());
    }

    /** Takes what ends a statement: a semicolon, a line, a brace. */
    SyntaxNode ended(SyntaxNode statement) {
        if (!cursor.take(";") && !cursor.startsLine() && !cursor.is("}")) {
            boolean isFunction = statement instanceof SyntaxNode.Function function
                    && !(function.body() instanceof SyntaxNode.Nothing);
            if (!isFunction) {
                cursor.recover();
            }
        }
        return statement;
    }

    SyntaxNode expressionStatement() {
        int before = cursor.at();
        SyntaxNode expression = grammar.expressions.expression();
        return cursor.at() == before ? expression : ended(expression);
    }

    /** A condition in parentheses. */
    SyntaxNode condition() {
        int start = cursor.start();
        if (!cursor.is("(")) {
            cursor.recover();
            return cursor.nothing();
        }
        List<SyntaxNode> items = grammar.operands.items();
        return items.size() == 1 ? items.get(0) : new SyntaxNode.Sequence(items, start, cursor.end());
    }

    private SyntaxNode branches(int start) {
        List<SyntaxNode> tests = new ArrayList<>(1);
        List<SyntaxNode> branches = new ArrayList<>(2);
        do {
            cursor.advance();
            tests.add(condition());
            branches.add(statement());
            if (!cursor.take("else")) {
                return new SyntaxNode.If(tests, branches, start, cursor.end());
            }
        } while (cursor.is("if"));
        branches.add(statement());
        return new SyntaxNode.If(tests, branches, start, cursor.end());
    }

    /** Goes on behind a bracket; what stands in front of it unread is left out. */
    void close(int bracket, int limit) {
        if (!cursor.isAtEnd()) {
            cursor.recover();
        }
        cursor.limit(limit);
        cursor.jumpTo(bracket + 1);
    }

    private SyntaxNode exit(int start) {
        String word = cursor.text();
        cursor.advance();
        boolean isEmpty = cursor.startsLine() || !grammar.expressions.mayBegin();
        SyntaxNode argument = isEmpty ? cursor.nothing() : grammar.expressions.expression();
        return ended(new SyntaxNode.Exit(word, argument, start, cursor.end()));
    }

    private SyntaxNode attempt(int start) {
        cursor.advance();
        SyntaxNode block = cursor.is("{") ? block() : cursor.nothing();
        SyntaxNode parameter = cursor.nothing();
        SyntaxNode handler = cursor.nothing();
        if (cursor.take("catch")) {
            if (cursor.is("(") && cursor.isBracket()) {
                int close = tokens.partner(cursor.at());
                cursor.advance();
                int limit = cursor.limit(close);
                parameter = grammar.functions.target();
                grammar.types.annotation();
                close(close, limit);
            }
            handler = cursor.is("{") ? block() : cursor.nothing();
        }
        SyntaxNode finalizer = cursor.take("finally") && cursor.is("{") ? block() : cursor.nothing();
        return new SyntaxNode.Try(block, parameter, handler, finalizer, start, cursor.end());
    }

    private SyntaxNode choice(int start) {
        cursor.advance();
        SyntaxNode subject = condition();
        if (!cursor.is("{") || !cursor.isBracket()) {
            cursor.recover();
            return subject;
        }
        int close = tokens.partner(cursor.at());
        cursor.advance();
        int limit = cursor.limit(close);
        List<SyntaxNode> cases = new ArrayList<>();
        while (!cursor.isAtEnd()) {
            cases.add(oneCase());
        }
        cursor.limit(limit);
        cursor.jumpTo(close + 1);
        return new SyntaxNode.Switch(subject, cases, start, cursor.end());
    }

    private SyntaxNode oneCase() {
        int start = cursor.start();
        SyntaxNode test = cursor.nothing();
        if (cursor.take("case")) {
            test = grammar.expressions.expression();
            cursor.expect(":");
        } else if (cursor.take("default")) {
            cursor.expect(":");
        } else {
            cursor.recover();
        }
        List<SyntaxNode> statements = new ArrayList<>(2);
        while (!cursor.isAtEnd() && !cursor.is("case") && !(cursor.is("default") && cursor.isNext(1, ":"))) {
            readOne(statements);
        }
        return new SyntaxNode.Case(test, statements, start, cursor.end());
    }
}
