package io.github.cookiecharter.scan.javascript.syntax;

import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode.PropertyKind;
import java.util.ArrayList;
import java.util.List;

/** Reads elements of JSX. The lexer has paired the first and the last angle bracket of each. */
final class JsxParser {

    private final Grammar grammar;
    private final TokenCursor cursor;
    private final Tokens tokens;

    JsxParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
        this.tokens = grammar.cursor.tokens;
    }

    /** The element that begins here. */
    SyntaxNode element() {
        if (cursor.isTooDeep()) {
            return cursor.isBracket() ? cursor.postpone(false) : cursor.nothing();
        }
        int start = cursor.start();
        int close = tokens.partner(cursor.at());
        if (close >= cursor.limit()) {
            return cursor.nothing();
        }
        cursor.descend();
        int limit = cursor.limit(close + 1);
        cursor.advance();
        String name = name();
        List<SyntaxNode> attributes = attributes();
        List<SyntaxNode> children = new ArrayList<>();
        if (cursor.take(">") && cursor.at() <= close) {
            children(children, close);
        }
        cursor.ascend();
        cursor.limit(limit);
        cursor.jumpTo(close + 1);
        return new SyntaxNode.Jsx(name, attributes, children, start, cursor.end());
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        while (cursor.isName() || (cursor.is(".") && cursor.isNextName(1))) {
            if (cursor.isName() && name.length() > 0 && name.charAt(name.length() - 1) != '.') {
                break;
            }
            name.append(cursor.text());
            cursor.advance();
        }
        if (cursor.is("<")) {
            grammar.types.parameters();
        }
        return name.toString();
    }

    private List<SyntaxNode> attributes() {
        List<SyntaxNode> attributes = new ArrayList<>();
        while (!cursor.isAtEnd() && !cursor.is(">") && !cursor.is("/")) {
            int start = cursor.start();
            if (cursor.isName()) {
                SyntaxNode key = new SyntaxNode.Identifier(cursor.text(), start, tokens.end(cursor.at()));
                cursor.advance();
                SyntaxNode value = cursor.take("=") ? value() : cursor.nothing();
                attributes.add(
                        new SyntaxNode.Property(PropertyKind.VALUE, key, false, value, false, start, cursor.end()));
            } else if (cursor.is("{")) {
                attributes.add(container());
            } else {
                cursor.recover();
                cursor.advance();
            }
        }
        return attributes;
    }

    private SyntaxNode value() {
        return cursor.is("{") ? container() : grammar.operands.operand();
    }

    /** An expression in braces; a comment leaves nothing. */
    private SyntaxNode container() {
        List<SyntaxNode> items = grammar.operands.items();
        return items.size() == 1 ? items.get(0) : new SyntaxNode.Sequence(items, cursor.end(), cursor.end());
    }

    private void children(List<SyntaxNode> children, int close) {
        while (!cursor.isAtEnd()) {
            if (cursor.kind() == Tokens.CHUNK) {
                children.add(grammar.operands.operand());
            } else if (cursor.is("{")) {
                children.add(container());
            } else if (cursor.is("<") && tokens.partner(cursor.at()) > cursor.at()) {
                children.add(element());
            } else {
                // The closing tag.
                cursor.jumpTo(close + 1);
            }
        }
    }
}
