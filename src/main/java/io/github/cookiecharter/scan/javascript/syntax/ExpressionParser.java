package io.github.cookiecharter.scan.javascript.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads expressions by the precedence of their operators. */
final class ExpressionParser {

    private static final Set<String> ASSIGNMENTS = Set.of(
            "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "??=");

    private static final Set<String> PREFIXES =
            Set.of("!", "~", "+", "-", "typeof", "void", "delete", "await", "++", "--");

    private static final int RELATIONAL = 7;

    private final Grammar grammar;
    private final TokenCursor cursor;
    private boolean allowsIn = true;

    ExpressionParser(Grammar grammar) {
        this.grammar = grammar;
        this.cursor = grammar.cursor;
    }

    /** Sets whether {@code in} is an operator, which it is not in the head of a loop; returns what was. */
    boolean allowIn(boolean allows) {
        boolean before = allowsIn;
        allowsIn = allows;
        return before;
    }

    /** Expressions with commas between them. */
    SyntaxNode expression() {
        int start = cursor.start();
        SyntaxNode first = assignment();
        if (!cursor.is(",")) {
            return first;
        }
        List<SyntaxNode> all = new ArrayList<>();
        all.add(first);
        while (cursor.take(",")) {
            if (!cursor.isAtEnd()) {
                all.add(assignment());
            }
        }
        return new SyntaxNode.Sequence(all, start, cursor.end());
    }

    /** An expression without commas. */
    SyntaxNode assignment() {
        boolean isTooDeep = cursor.descend();
        SyntaxNode node = isTooDeep ? grammar.operands.chain() : assignmentHere();
        cursor.ascend();
        return node;
    }

    private SyntaxNode assignmentHere() {
        if (grammar.functions.isArrow()) {
            return grammar.functions.arrow();
        }
        if (cursor.is("yield") && grammar.functions.isGenerator()) {
            return yielded();
        }
        int start = cursor.start();
        SyntaxNode left = conditional();
        String operator = cursor.text();
        if (cursor.kind() == Tokens.PUNCTUATOR && ASSIGNMENTS.contains(operator)) {
            cursor.advance();
            SyntaxNode value = assignment();
            return new SyntaxNode.Assignment(operator, left, value, start, cursor.end());
        }
        return left;
    }

    private SyntaxNode yielded() {
        int start = cursor.start();
        cursor.advance();
        cursor.take("*");
        SyntaxNode operand = cursor.startsLine() || !mayBegin() ? cursor.nothing() : assignment();
        return new SyntaxNode.Unary("yield", operand, start, cursor.end());
    }

    /** Returns whether an expression may begin here. */
    boolean mayBegin() {
        return switch (cursor.kind()) {
            case 0 -> false;
            case Tokens.PUNCTUATOR ->
                switch (cursor.text()) {
                    case "(", "[", "{", "`", "!", "~", "+", "-", "++", "--", "<", "@", "...", "${" -> true;
                    default -> false;
                };
            case Tokens.IDENTIFIER -> !cursor.is("in") && !cursor.is("instanceof");
            default -> true;
        };
    }

    private SyntaxNode conditional() {
        int start = cursor.start();
        SyntaxNode test = binary(1);
        if (!cursor.is("?")) {
            return test;
        }
        cursor.advance();
        boolean before = allowIn(true);
        boolean wasChoosing = grammar.functions.chooses(true);
        SyntaxNode then = assignment();
        grammar.functions.chooses(wasChoosing);
        allowIn(before);
        cursor.expect(":");
        SyntaxNode otherwise = assignment();
        return new SyntaxNode.Conditional(test, then, otherwise, start, cursor.end());
    }

    private SyntaxNode binary(int least) {
        int start = cursor.start();
        SyntaxNode left = unary();
        String current = "";
        List<SyntaxNode> operands = new ArrayList<>(2);
        while (true) {
            String operator = cursor.text();
            int precedence = precedence(operator);
            if (precedence < least) {
                return left;
            }
            cursor.advance();
            if (operator.equals("as") || operator.equals("satisfies")) {
                grammar.types.type();
                continue;
            }
            SyntaxNode right = binary(precedence + 1);
            if (!operator.equals(current)) {
                operands = new ArrayList<>(2);
                operands.add(left);
                current = operator;
            }
            operands.add(right);
            left = new SyntaxNode.Binary(operator, operands, start, cursor.end());
        }
    }

    private int precedence(String operator) {
        return switch (operator) {
            case "??" -> 1;
            case "||" -> 1;
            case "&&" -> 2;
            case "|" -> 3;
            case "^" -> 4;
            case "&" -> 5;
            case "==", "!=", "===", "!==" -> 6;
            case "<", ">", "<=", ">=", "instanceof" -> RELATIONAL;
            case "in" -> allowsIn ? RELATIONAL : 0;
            case "as", "satisfies" -> cursor.startsLine() || !cursor.isNextType() ? 0 : RELATIONAL;
            case "<<", ">>", ">>>" -> 8;
            case "+", "-" -> 9;
            case "*", "/", "%" -> 10;
            case "**" -> 11;
            default -> 0;
        };
    }

    private SyntaxNode unary() {
        String operator = cursor.text();
        if (!PREFIXES.contains(operator) || !isPrefix(operator)) {
            if (operator.equals("<") && cursor.tokens.partner(cursor.at()) < 0) {
                return cast();
            }
            return grammar.operands.postfix();
        }
        int start = cursor.start();
        if (cursor.descend()) {
            cursor.ascend();
            return cursor.nothing();
        }
        cursor.advance();
        SyntaxNode operand = unary();
        cursor.ascend();
        return operator.equals("++") || operator.equals("--")
                ? new SyntaxNode.Update(operator, operand, start, cursor.end())
                : new SyntaxNode.Unary(operator, operand, start, cursor.end());
    }

    private boolean isPrefix(String operator) {
        if (!operator.equals("await")) {
            return true;
        }
        cursor.advance();
        boolean isOperator = mayBegin() && !cursor.startsLine() && (grammar.functions.isAsync() || !isAmbiguous());
        cursor.jumpTo(cursor.at() - 1);
        return isOperator;
    }

    /** Returns whether what follows may be the rest of an expression that begins with a name. */
    private boolean isAmbiguous() {
        return switch (cursor.text()) {
            case "+", "-", "++", "--", "<", "`", "[" -> true;
            default -> false;
        };
    }

    /** A type in angle brackets in front of an expression. */
    private SyntaxNode cast() {
        int behind = grammar.types.behindAngles(cursor.at(), cursor.limit());
        if (behind < 0) {
            return cursor.nothing();
        }
        cursor.jumpTo(behind);
        if (cursor.descend()) {
            cursor.ascend();
            return cursor.nothing();
        }
        SyntaxNode operand = grammar.functions.isArrow() ? grammar.functions.arrow() : unary();
        cursor.ascend();
        return operand;
    }
}
