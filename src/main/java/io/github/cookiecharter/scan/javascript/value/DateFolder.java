package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.CookieDate;
import io.github.cookiecharter.scan.javascript.scope.Binding;
import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.scope.Symbol;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out dates as far as they are a time from now: {@code new Date(Date.now() + 864e5)}. */
public final class DateFolder {

    private static final int DEEPEST = 4;
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(19|20)[0-9]{2}(?![0-9])");

    private final SymbolTable table;
    private final NumberFolder numbers;

    DateFolder(SymbolTable table, NumberFolder numbers) {
        this.table = table;
        this.numbers = numbers;
    }

    /** The date that an expression is. */
    ScriptValue text(SyntaxNode node, Scope scope) {
        OptionalDouble seconds = secondsFromNow(node, scope, 0);
        return seconds.isEmpty()
                ? ScriptValue.UNKNOWN
                : ScriptValue.of(AbstractString.fromNow(
                        (long) Math.rint(Math.max(-1e15, Math.min(1e15, seconds.getAsDouble())))));
    }

    /** Returns whether a text is a date that is past: one of a cookie, or another one, of which the year is read alone. */
    public static boolean isPast(String date) {
        Matcher year = YEAR.matcher(date);
        return CookieDate.parse(date)
                .map(CookieDate::isPast)
                .orElseGet(() -> year.find() && Integer.parseInt(year.group()) < CookieDate.FIRST_YEAR);
    }

    OptionalDouble secondsFromNow(SyntaxNode node, Scope scope, int depth) {
        if (depth > DEEPEST) {
            return OptionalDouble.empty();
        }
        if (isDate(node) && node instanceof SyntaxNode.Call call) {
            return created(call.arguments(), scope);
        }
        return node instanceof SyntaxNode.Identifier identifier
                ? variable(identifier, scope, depth)
                : OptionalDouble.empty();
    }

    private static boolean isDate(SyntaxNode node) {
        return node instanceof SyntaxNode.Call call
                && call.isNew()
                && Origins.lastName(call.callee()).equals("Date");
    }

    private OptionalDouble created(List<SyntaxNode> arguments, Scope scope) {
        if (arguments.isEmpty()) {
            return OptionalDouble.of(0);
        }
        SyntaxNode first = arguments.get(0);
        OptionalDouble fixed = numbers.of(first, scope);
        if (fixed.isPresent()) {
            // Milliseconds since 1970, or a year.
            boolean isPast = arguments.size() == 1
                    ? CookieDate.isPast(fixed.getAsDouble())
                    : fixed.getAsDouble() < CookieDate.FIRST_YEAR;
            return isPast ? OptionalDouble.of(-1) : OptionalDouble.empty();
        }
        if (first instanceof SyntaxNode.Text text) {
            return isPast(text.value()) ? OptionalDouble.of(-1) : OptionalDouble.empty();
        }
        return plus(first, scope, 1_000);
    }

    /** "now + number" in units of so many to the second. */
    private OptionalDouble plus(SyntaxNode node, Scope scope, double perSecond) {
        if (isNow(node, 0)) {
            return OptionalDouble.of(0);
        }
        if (!(node instanceof SyntaxNode.Binary binary)
                || !(binary.operator().equals("+") || binary.operator().equals("-"))) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        boolean hasNow = false;
        for (int i = 0; i < binary.operands().size(); i++) {
            SyntaxNode operand = binary.operands().get(i);
            OptionalDouble value = numbers.of(operand, scope);
            if (value.isEmpty()) {
                value = hasNow ? value : plus(operand, scope, 1);
                hasNow = true;
            }
            if (value.isEmpty()) {
                return value;
            }
            boolean subtracts = i > 0 && binary.operator().equals("-");
            sum += subtracts ? -value.getAsDouble() : value.getAsDouble();
        }
        return hasNow ? OptionalDouble.of(sum / perSecond) : OptionalDouble.empty();
    }

    /** Returns whether an expression is the present time, or a part of it, or that of a date. */
    private static boolean isNow(SyntaxNode node, int depth) {
        if (node instanceof SyntaxNode.Call call && !call.isNew()) {
            String name = Origins.lastName(call.callee());
            return name.equals("now") || name.startsWith("get") || name.equals("valueOf") || name.equals("Date");
        }
        if (node instanceof SyntaxNode.Unary unary && depth < 3) {
            return unary.operator().equals("+") && isNow(unary.operand(), depth + 1);
        }
        return isDate(node);
    }

    private OptionalDouble variable(SyntaxNode.Identifier identifier, Scope scope, int depth) {
        Optional<Symbol> symbol = table.find(identifier.name(), scope);
        if (symbol.isEmpty() || symbol.get().bindings().isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Located> setters = symbol.get().setters();
        for (int i = setters.size() - 1; i >= 0; i--) {
            SyntaxNode node = setters.get(i).node();
            if (node.start() < identifier.start()
                    && node instanceof SyntaxNode.Call call
                    && !call.arguments().isEmpty()) {
                return moved(
                        Origins.lastName(call.callee()), call, setters.get(i).scope());
            }
        }
        Binding binding = symbol.get().bindings().get(0);
        return binding.isWhole() ? secondsFromNow(binding.value(), binding.scope(), depth + 1) : OptionalDouble.empty();
    }

    private OptionalDouble moved(String setter, SyntaxNode.Call call, Scope scope) {
        double perSecond = switch (setter.replace("UTC", "")) {
            case "setTime", "setMilliseconds" -> 1_000;
            case "setSeconds" -> 1;
            case "setMinutes" -> 1 / 60d;
            case "setHours" -> 1 / 3_600d;
            case "setDate" -> 1 / 86_400d;
            case "setMonth" -> 1 / 2_629_800d;
            case "setFullYear", "setYear" -> 1 / 31_557_600d;
            default -> 0;
        };
        SyntaxNode argument = call.arguments().get(0);
        OptionalDouble fixed = numbers.of(argument, scope);
        if (fixed.isPresent()) {
            boolean isOver = (setter.equals("setTime") && CookieDate.isPast(fixed.getAsDouble()))
                    || (setter.equals("setFullYear") && fixed.getAsDouble() < CookieDate.FIRST_YEAR);
            return isOver ? OptionalDouble.of(-1) : OptionalDouble.empty();
        }
        return perSecond == 0 ? OptionalDouble.empty() : plus(argument, scope, perSecond);
    }
}
