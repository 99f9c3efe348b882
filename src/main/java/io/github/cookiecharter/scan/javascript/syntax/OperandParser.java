package io.github.cookiecharter.scan.javascript.syntax;

import java.util.ArrayList;
import java.util.List;

/** Reads operands: literals, names, brackets, and the members and calls behind them. */
final class OperandParser {

    private final Grammar grammar;
    private final TokenCursor cursor;
    private final Tokens tokens;

    OperandParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.tokens = grammar.cursor.tokens;
    }

    /** An operand with what stands behind it: {@code a.b(c)[d]++}. */
    SyntaxNode postfix() {
        int start = cursor.start();
        SyntaxNode node = chain();
        if ((cursor.is("++") || cursor.is("--")) && !cursor.startsLine()) {
            String operator = cursor.text();
            cursor.advance();
            return new SyntaxNode.Update(operator, node, start, cursor.end());
        }
        return node;
    }

    /** An operand with its members and calls. */
    SyntaxNode chain() {
        int start = cursor.start();
        int before = cursor.at();
        SyntaxNode node = cursor.is("new") ? created() : operand();
        return cursor.at() == before ? node : suffixes(node, start, true);
    }

    private SyntaxNode suffixes(SyntaxNode operand, int start, boolean allowsCalls) {
        SyntaxNode node = operand;
        while (!cursor.isAtEnd()) {
            SyntaxNode next = cursor.kind() == Tokens.PUNCTUATOR ? suffix(node, start, allowsCalls) : node;
            if (next == node && !(cursor.is("!") && !cursor.startsLine())) {
                return node;
            }
            if (next == node) {
                // An assertion of TypeScript that something is not null.
                cursor.advance();
            }
            node = next;
        }
        return node;
    }

    /** The node with the member or call that stands here; the node itself where none does. */
    private SyntaxNode suffix(SyntaxNode node, int start, boolean allowsCalls) {
        if (cursor.isTooDeep() && !cursor.isBracket() && !cursor.is(".") && !cursor.is("?.")) {
            return node;
        }
        switch (cursor.text()) {
            case "." -> {
                return member(node, start);
            }
            case "?." -> {
                return allowsCalls ? optional(node, start) : node;
            }
            case "[" -> {
                SyntaxNode index = index();
                return new SyntaxNode.Index(node, index, start, cursor.end());
            }
            case "(" -> {
                if (!allowsCalls) {
                    return node;
                }
                List<SyntaxNode> arguments = items();
                return new SyntaxNode.Call(node, arguments, false, start, cursor.end());
            }
            case "`" -> {
                SyntaxNode template = template();
                return new SyntaxNode.TaggedTemplate(node, template, start, cursor.end());
            }
            case "<" -> {
                int behind = grammar.types.behindCallTypes();
                if (behind >= 0) {
                    cursor.jumpTo(behind);
                    return cursor.is("(") || cursor.is("`") ? suffix(node, start, allowsCalls) : node;
                }
                return node;
            }
            default -> {
                return node;
            }
        }
    }

    private SyntaxNode member(SyntaxNode node, int start) {
        cursor.advance();
        if (!cursor.isName()) {
            cursor.recover();
            return new SyntaxNode.Member(node, "", start, cursor.end());
        }
        String name = cursor.text();
        cursor.advance();
        return new SyntaxNode.Member(node, name, start, cursor.end());
    }

    private SyntaxNode optional(SyntaxNode node, int start) {
        cursor.advance();
        if (cursor.is("(") || cursor.is("[") || cursor.is("<")) {
            SyntaxNode next = suffix(node, start, true);
            return next == node ? new SyntaxNode.Member(node, "", start, cursor.end()) : next;
        }
        cursor.jumpTo(cursor.at() - 1);
        return member(node, start);
    }

    private SyntaxNode index() {
        List<SyntaxNode> items = items();
        return items.isEmpty()
                ? cursor.nothing()
                : items.size() == 1
                        ? items.get(0)
                        : new SyntaxNode.Sequence(items, items.get(0).start(), cursor.end());
    }

    private SyntaxNode created() {
        int start = cursor.start();
        cursor.advance();
        if (cursor.is(".")) {
            cursor.advance();
            cursor.advance();
            return new SyntaxNode.Keyword("new.target", start, cursor.end());
        }
        if (cursor.descend()) {
            cursor.ascend();
            return cursor.nothing();
        }
        int calleeStart = cursor.start();
        SyntaxNode callee = cursor.is("new") ? created() : operand();
        callee = suffixes(callee, calleeStart, false);
        cursor.ascend();
        int behind = grammar.types.behindCallTypes();
        if (behind >= 0) {
            cursor.jumpTo(behind);
        }
        List<SyntaxNode> arguments = cursor.is("(") ? items() : List.of();
        return new SyntaxNode.Call(callee, arguments, true, start, cursor.end());
    }

    /** What has no operator and no part of it behind. */
    SyntaxNode operand() {
        if (cursor.isTooDeep() && cursor.isBracket()) {
            return cursor.postpone(false);
        }
        int start = cursor.start();
        switch (cursor.kind()) {
            case Tokens.IDENTIFIER -> {
                return word(start);
            }
            case Tokens.STRING, Tokens.CHUNK -> {
                String value = tokens.value(cursor.at());
                cursor.advance();
                return new SyntaxNode.Text(value, start, cursor.end());
            }
            case Tokens.NUMBER -> {
                String digits = tokens.number(cursor.at());
                cursor.advance();
                return new SyntaxNode.Digits(digits, start, cursor.end());
            }
            case Tokens.REGEX -> {
                cursor.advance();
                return new SyntaxNode.Regex(start, cursor.end());
            }
            case Tokens.PUNCTUATOR -> {
                return cursor.isTooDeep() ? cursor.nothing() : bracket(start);
            }
            default -> {
                return cursor.nothing();
            }
        }
    }

    private SyntaxNode word(int start) {
        String text = cursor.text();
        switch (text) {
            case "this", "super", "true", "false", "null" -> {
                cursor.advance();
                return new SyntaxNode.Keyword(text, start, cursor.end());
            }
            case "function" -> {
                return cursor.isAtBottom() ? cursor.nothing() : grammar.functions.function(start, false);
            }
            case "class" -> {
                return cursor.isAtBottom() ? cursor.nothing() : grammar.members.classNode(start, false);
            }
            case "async" -> {
                if (cursor.isNext(1, "function") && !cursor.startsLine(1)) {
                    return cursor.isAtBottom() ? cursor.nothing() : grammar.functions.function(start, false);
                }
            }
            case "import" -> {
                if (cursor.isNext(1, ".")) {
                    cursor.jumpTo(Math.min(cursor.at() + 3, cursor.limit()));
                    return new SyntaxNode.Keyword("import.meta", start, cursor.end());
                }
            }
            default -> {}
        }
        cursor.advance();
        return new SyntaxNode.Identifier(text, start, cursor.end());
    }

    private SyntaxNode bracket(int start) {
        switch (cursor.text()) {
            case "(", "${" -> {
                return parenthesized();
            }
            case "[" -> {
                List<SyntaxNode> elements = items();
                return new SyntaxNode.ArrayLiteral(elements, start, cursor.end());
            }
            case "{" -> {
                return grammar.members.objectLiteral();
            }
            case "`" -> {
                return template();
            }
            case "<" -> {
                return tokens.partner(cursor.at()) < 0 ? cursor.nothing() : grammar.elements.element();
            }
            case "@" -> {
                List<SyntaxNode> decorators = grammar.members.decorators();
                SyntaxNode decorated = operand();
                decorators.add(decorated);
                return decorators.size() > 1 && decorated instanceof SyntaxNode.ClassNode
                        ? new SyntaxNode.Sequence(decorators, start, cursor.end())
                        : decorated;
            }
            case "..." -> {
                cursor.advance();
                SyntaxNode argument = grammar.expressions.assignment();
                return new SyntaxNode.Spread(argument, start, cursor.end());
            }
            default -> {
                return cursor.nothing();
            }
        }
    }

    private SyntaxNode parenthesized() {
        int start = cursor.start();
        List<SyntaxNode> items = items();
        if (items.size() == 1) {
            return items.get(0);
        }
        if (items.isEmpty()) {
            cursor.recover();
        }
        return new SyntaxNode.Sequence(items, start, cursor.end());
    }

    /** Expressions with commas between them, in brackets. */
    List<SyntaxNode> items() {
        if (cursor.isTooDeep() && cursor.isBracket()) {
            return List.of(cursor.postpone(false));
        }
        boolean isClosed = cursor.isBracket();
        int close = tokens.partner(cursor.at());
        cursor.advance();
        int limit = isClosed ? cursor.limit(close) : cursor.limit();
        boolean allowedIn = grammar.expressions.allowIn(true);
        boolean wasChoosing = grammar.functions.chooses(false);
        List<SyntaxNode> items = new ArrayList<>(2);
        boolean expectsItem = true;
        while (!cursor.isAtEnd()) {
            if (cursor.is(",")) {
                if (expectsItem) {
                    items.add(cursor.nothing());
                }
                cursor.advance();
                expectsItem = true;
                continue;
            }
            int before = cursor.at();
            if (!expectsItem) {
                cursor.recover();
                if (!isClosed) {
                    break;
                }
            }
            SyntaxNode item = grammar.expressions.assignment();
            if (cursor.at() == before) {
                cursor.recover();
                if (!isClosed) {
                    break;
                }
                cursor.advance();
            } else {
                grammar.types.annotation();
                items.add(item);
                expectsItem = false;
            }
        }
        grammar.functions.chooses(wasChoosing);
        grammar.expressions.allowIn(allowedIn);
        if (isClosed) {
            cursor.limit(limit);
            cursor.jumpTo(close + 1);
        } else {
            cursor.recover();
        }
        return items;
    }

    SyntaxNode template() {
        int start = cursor.start();
        int close = tokens.partner(cursor.at());
        cursor.advance();
        List<SyntaxNode> parts = new ArrayList<>();
        while (cursor.kind() == Tokens.CHUNK || cursor.is("${")) {
            if (cursor.kind() == Tokens.CHUNK) {
                parts.add(operand());
            } else if (cursor.isTooDeep() && cursor.isBracket()) {
                parts.add(cursor.postpone(false));
            } else {
                List<SyntaxNode> items = items();
                parts.add(items.size() == 1 ? items.get(0) : new SyntaxNode.Sequence(items, start, cursor.end()));
            }
        }
        if (cursor.at() == close) {
            cursor.advance();
        } else {
            cursor.recover();
        }
        return new SyntaxNode.Template(parts, start, cursor.end());
    }
}
