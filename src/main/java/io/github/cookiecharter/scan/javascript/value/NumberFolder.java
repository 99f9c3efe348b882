package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.scan.javascript.scope.Binding;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.scope.Symbol;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Works out numbers: {@code 60 * 60 * 24 * days} with {@code const days = 30}. */
public final class NumberFolder {

    private static final int DEEPEST = 8;
    private static final int MOST_OPERANDS = 30;

    private final SymbolTable table;
    private final Origins origins;

    NumberFolder(SymbolTable table, Origins origins) {
        this.table = table;
        this.origins = origins;
    }

    /** The number as text; unknown where the expression is none. */
    ScriptValue text(SyntaxNode node, Scope scope) {
        OptionalDouble number = of(node, scope);
        if (number.isEmpty()) {
            return ScriptValue.UNKNOWN;
        }
        double value = number.getAsDouble();
        return ScriptValue.of(
                value == Math.rint(value) && Math.abs(value) < 1e15
                        ? Long.toString((long) value)
                        : Double.toString(value));
    }

    public OptionalDouble of(SyntaxNode node, Scope scope) {
        return of(node, scope, 0);
    }

    private OptionalDouble of(SyntaxNode node, Scope scope, int depth) {
        if (depth > DEEPEST) {
            return OptionalDouble.empty();
        }
        if (node instanceof SyntaxNode.Digits digits) {
            return parse(digits.text());
        }
        if (node instanceof SyntaxNode.Unary unary
                && (unary.operator().equals("-") || unary.operator().equals("+"))) {
            OptionalDouble number = of(unary.operand(), scope, depth + 1);
            return number.isEmpty() || unary.operator().equals("+") ? number : OptionalDouble.of(-number.getAsDouble());
        }
        if (node instanceof SyntaxNode.Binary binary) {
            return binary(binary, scope, depth);
        }
        if (node instanceof SyntaxNode.Identifier identifier) {
            return named(identifier, scope, depth);
        }
        return node instanceof SyntaxNode.Member ? member(node, scope, depth) : OptionalDouble.empty();
    }

    private OptionalDouble binary(SyntaxNode.Binary binary, Scope scope, int depth) {
        List<SyntaxNode> operands = binary.operands();
        if (operands.size() > MOST_OPERANDS || !"+-*/%".contains(binary.operator())) {
            return OptionalDouble.empty();
        }
        OptionalDouble result = of(operands.get(0), scope, depth + 1);
        for (int i = 1; i < operands.size() && result.isPresent(); i++) {
            OptionalDouble right = of(operands.get(i), scope, depth + 1);
            result = right.isEmpty()
                    ? right
                    : finite(apply(binary.operator(), result.getAsDouble(), right.getAsDouble()));
        }
        return result;
    }

    private static double apply(String operator, double left, double right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            default -> left % right;
        };
    }

    private static OptionalDouble finite(double number) {
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    /** The number that a variable always is. */
    private OptionalDouble named(SyntaxNode.Identifier identifier, Scope scope, int depth) {
        Optional<Symbol> symbol = table.find(identifier.name(), scope);
        if (symbol.isEmpty() || symbol.get().bindings().size() != 1) {
            return OptionalDouble.empty();
        }
        Binding binding = symbol.get().bindings().get(0);
        return binding.isWhole() ? of(binding.value(), binding.scope(), depth + 1) : OptionalDouble.empty();
    }

    private OptionalDouble member(SyntaxNode node, Scope scope, int depth) {
        List<Located> all = origins.of(node, scope);
        return all.size() == 1 && !(all.get(0).node() instanceof SyntaxNode.Member)
                ? of(all.get(0).node(), all.get(0).scope(), depth + 1)
                : OptionalDouble.empty();
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
