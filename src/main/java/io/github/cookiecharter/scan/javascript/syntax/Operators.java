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

    /** Conditions whose colon is still to come. */
    private int open;

    private Operators() {}

    public static Operators read(Tokens tokens, int from, int to) {
        Operators operators = new Operators();
        operators.end = to;
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
            operators.note(tokens, from, i);
        }
        // "a" + x * 2 is a text.
        if (operators.isArithmetic && !operators.plus.isEmpty()) {
            operators.isArithmetic = false;
        }
        return operators;
    }

    private void note(Tokens tokens, int from, int i) {
        switch (tokens.text(i)) {
            case "," -> comma = i;
            case "=" -> assignment = assignment < 0 ? i : assignment;
            case "?" -> {
                open++;
                question = question < 0 ? i : question;
            }
            case ":" -> {
                open--;
                colon = open == 0 && colon < 0 ? i : colon;
            }
            case "||", "??" -> either = i;
            case "&&" -> both = i;
            case "+" -> {
                if (i > from && !isOperator(tokens, i - 1)) {
                    plus.add(i);
                }
            }
            case "-", "*", "/", "%", "**" -> isArithmetic = true;
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
                    "--" -> isOther = true;
            case "!" -> isOther |= i == from;
            default -> {}
        }
    }

    private static boolean isOperator(Tokens tokens, int i) {
        return switch (tokens.text(i)) {
            case "+", "-", "*", "/", "?", ":", ",", "=" -> true;
            default -> false;
        };
    }
}
