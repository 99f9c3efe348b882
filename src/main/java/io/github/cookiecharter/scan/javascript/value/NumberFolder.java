package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Binding;
import io.github.cookiecharter.scan.javascript.syntax.ExpressionExtent;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import java.util.List;
import java.util.OptionalDouble;

/** Works out numbers: {@code 60 * 60 * 24 * days} with {@code const days = 30}. */
public final class NumberFolder {

    private static final int MOST_TOKENS = 60;
    private static final int DEEPEST = 8;

    private final SymbolTable outline;
    private final Tokens tokens;

    NumberFolder(SymbolTable outline) {
        this.outline = outline;
        this.tokens = outline.tokens;
    }

    /** The number as text; unknown where the expression is none. */
    ScriptValue text(int from, int to) {
        OptionalDouble number = of(from, to);
        if (number.isEmpty()) {
            return ScriptValue.UNKNOWN;
        }
        double value = number.getAsDouble();
        return ScriptValue.of(
                value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString((long) value)
                        : Double.toString(value));
    }

    public OptionalDouble of(int from, int to) {
        return of(from, to, 0);
    }

    private OptionalDouble of(int start, int stop, int depth) {
        int from = start;
        int to = stop;
        while (tokens.is(from, "(") && tokens.partner(from) == to - 1) {
            from++;
            to--;
        }
        if (from >= to || to - from > MOST_TOKENS || depth > DEEPEST) {
            return OptionalDouble.empty();
        }
        int sum = -1;
        int product = -1;
        for (int i = from; i < to; i = tokens.after(i)) {
            boolean binary = i > from && isEndOfOperand(i - 1);
            if (binary && (tokens.is(i, "+") || tokens.is(i, "-"))) {
                sum = i;
            } else if (tokens.is(i, "*") || tokens.is(i, "/")) {
                product = i;
            } else if (tokens.isString(i) || tokens.is(i, "`")) {
                return OptionalDouble.empty();
            }
        }
        int operator = sum >= 0 ? sum : product;
        if (operator >= 0) {
            OptionalDouble left = of(from, operator, depth + 1);
            OptionalDouble right = of(operator + 1, to, depth + 1);
            return left.isEmpty() || right.isEmpty()
                    ? OptionalDouble.empty()
                    : finite(apply(tokens.text(operator), left.getAsDouble(), right.getAsDouble()));
        }
        if (tokens.is(from, "-")) {
            OptionalDouble number = of(from + 1, to, depth + 1);
            return number.isEmpty() ? number : OptionalDouble.of(-number.getAsDouble());
        }
        if (to == from + 1) {
            return tokens.kind(from) == Tokens.NUMBER ? parse(tokens.number(from)) : named(from, depth);
        }
        return OptionalDouble.empty();
    }

    private boolean isEndOfOperand(int i) {
        return tokens.kind(i) != Tokens.PUNCTUATOR || tokens.is(i, ")") || tokens.is(i, "]");
    }

    private static double apply(String operator, double left, double right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            default -> left / right;
        };
    }

    private static OptionalDouble finite(double number) {
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private OptionalDouble named(int token, int depth) {
        if (!tokens.isIdentifier(token)) {
            return OptionalDouble.empty();
        }
        String name = tokens.text(token);
        if (name.equals("Infinity")) {
            return OptionalDouble.empty();
        }
        int scope = outline.declaring(name, outline.scopeAt(token));
        if (scope < 0
                || outline.parameter(name, scope) >= 0
                || outline.assigned.containsKey(new SymbolTable.Key(name, scope))) {
            return OptionalDouble.empty();
        }
        List<Binding> all = outline.declared.getOrDefault(new SymbolTable.Key(name, scope), List.of());
        if (all.size() != 1 || all.get(0).value() < 0 || !all.get(0).property().isEmpty()) {
            return OptionalDouble.empty();
        }
        int value = all.get(0).value();
        return of(value, ExpressionExtent.end(tokens, value), depth + 1);
    }

    public static OptionalDouble parse(String text) {
        String plain = text.replace("_", "");
        try {
            if (plain.startsWith("0x") || plain.startsWith("0X")) {
                return OptionalDouble.of((double) Long.parseLong(plain.substring(2), 16));
            }
            char last = plain.isEmpty() ? ' ' : plain.charAt(plain.length() - 1);
            if (!(last >= '0' && last <= '9') && last != '.') {
                return OptionalDouble.empty();
            }
            return finite(Double.parseDouble(plain));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
