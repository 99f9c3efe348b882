package io.github.cookiecharter.scan.javascript.syntax;

import java.util.ArrayList;
import java.util.List;

/** The operators of one expression outside of its brackets, of which the loosest decides what it is. */
public final class Operators {

    public int comma = -1;
    public int assignment = -1;
    public int question = -1;
    public int colon = -1;
    public int either = -1;
    public int both = -1;
    public boolean isArithmetic;
    public boolean isOther;
    public final List<Integer> plus = new ArrayList<>();
    public int end;
    public int steps;

    private Operators() {}

    public static Operators read(Tokens tokens, int from, int to) {
        Operators operators = new Operators();
        operators.end = to;
        int open = 0;
        for (int i = from; i < to; i = tokens.after(i)) {
            operators.steps++;
            if (tokens.kind(i) == Tokens.IDENTIFIER) {
                if (i > from && (tokens.is(i, "as") || tokens.is(i, "satisfies")) && !tokens.is(i - 1, ".")) {
                    // A type says nothing; what comes behind it is rare.
                    operators.end = i;
                    return operators;
                }
                operators.isOther |= tokens.is(i, "in") || tokens.is(i, "instanceof") || tokens.is(i, "function");
                continue;
            }
            switch (tokens.text(i)) {
                case "," -> operators.comma = i;
                case "=" -> operators.assignment = operators.assignment < 0 ? i : operators.assignment;
                case "?" -> {
                    open++;
                    operators.question = operators.question < 0 ? i : operators.question;
                }
                case ":" -> {
                    open--;
                    operators.colon = open == 0 && operators.colon < 0 ? i : operators.colon;
                }
                case "||", "??" -> operators.either = i;
                case "&&" -> operators.both = i;
                case "+" -> {
                    if (i > from && !isOperator(tokens, i - 1)) {
                        operators.plus.add(i);
                    }
                }
                case "-", "*", "/", "%", "**" -> operators.isArithmetic = true;
                case "=>",
                        "+=",
                        "==",
                        "===",
                        "!=",
                        "!==",
                        "<",
                        ">",
                        "<=",
                        ">=",
                        "|",
                        "&",
                        "^",
                        "<<",
                        ">>",
                        ">>>",
                        "++",
                        "--" -> operators.isOther = true;
                case "!" -> operators.isOther |= i == from;
                default -> {}
            }
        }
        // "a" + x * 2 is a text.
        if (operators.isArithmetic && !operators.plus.isEmpty()) {
            operators.isArithmetic = false;
        }
        return operators;
    }

    private static boolean isOperator(Tokens tokens, int i) {
        return switch (tokens.text(i)) {
            case "+", "-", "*", "/", "?", ":", ",", "=" -> true;
            default -> false;
        };
    }
}
