package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.cookie.CookieDate;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable.Binding;
import io.github.cookiecharter.scan.javascript.syntax.ExpressionExtent;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out dates as far as they are a time from now: {@code new Date(Date.now() + 864e5)}. */
public final class DateFolder {

    private static final int FARTHEST = 400;
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(19|20)[0-9]{2}(?![0-9])");

    private final SymbolTable outline;
    private final Tokens tokens;
    private final NumberFolder numbers;

    DateFolder(SymbolTable outline, NumberFolder numbers) {
        this.outline = outline;
        this.tokens = outline.tokens;
        this.numbers = numbers;
    }

    /** The date that an expression is. */
    ScriptValue text(int from, int to) {
        OptionalDouble seconds = secondsFromNow(from, to, 0);
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

    OptionalDouble secondsFromNow(int start, int stop, int depth) {
        int from = start;
        int to = stop;
        while (tokens.is(from, "(") && tokens.partner(from) == to - 1) {
            from++;
            to--;
        }
        if (from >= to || depth > 3) {
            return OptionalDouble.empty();
        }
        if (tokens.is(from, "new") && tokens.is(from + 1, "Date") && tokens.is(from + 2, "(")) {
            int close = tokens.partner(from + 2);
            return close == to - 1 ? created(from + 3, close) : OptionalDouble.empty();
        }
        if (to == from + 1 && tokens.isIdentifier(from)) {
            return variable(from, depth);
        }
        return OptionalDouble.empty();
    }

    private OptionalDouble created(int from, int to) {
        if (from == to) {
            return OptionalDouble.of(0);
        }
        OptionalDouble fixed = numbers.of(from, to);
        if (fixed.isPresent()) {
            // Milliseconds since 1970.
            return CookieDate.isPast(fixed.getAsDouble()) ? OptionalDouble.of(-1) : OptionalDouble.empty();
        }
        if (to == from + 1 && tokens.isString(from)) {
            return isPast(tokens.value(from)) ? OptionalDouble.of(-1) : OptionalDouble.empty();
        }
        return plus(from, to, 1_000);
    }

    /** "now + number" in units of so many to the second. */
    private OptionalDouble plus(int from, int to, double perSecond) {
        for (int i = from + 1; i < to && i < from + 40; i = tokens.after(i)) {
            boolean adds = tokens.is(i, "+");
            if ((adds || tokens.is(i, "-")) && isNow(from, i)) {
                OptionalDouble number = numbers.of(i + 1, to);
                return number.isEmpty()
                        ? number
                        : OptionalDouble.of((adds ? 1 : -1) * number.getAsDouble() / perSecond);
            }
        }
        return OptionalDouble.empty();
    }

    private boolean isNow(int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.isIdentifier(i)
                    && (tokens.is(i, "now")
                            || tokens.text(i).startsWith("get")
                            || tokens.is(i, "Date")
                            || tokens.is(i, "valueOf"))) {
                return true;
            }
        }
        return false;
    }

    private OptionalDouble variable(int token, int depth) {
        String name = tokens.text(token);
        int scope = outline.declaring(name, outline.scopeAt(token));
        if (scope < 0) {
            return OptionalDouble.empty();
        }
        List<Binding> all = outline.declared.getOrDefault(new SymbolTable.Key(name, scope), List.of());
        if (all.isEmpty() || all.get(0).value() < 0) {
            return OptionalDouble.empty();
        }
        for (int i = token - 1; i > token - FARTHEST && i > all.get(0).value(); i--) {
            if (tokens.is(i, name)
                    && tokens.is(i + 1, ".")
                    && tokens.text(i + 2).startsWith("set")
                    && tokens.is(i + 3, "(")) {
                return moved(i + 2);
            }
        }
        int value = all.get(0).value();
        return secondsFromNow(value, ExpressionExtent.end(tokens, value), depth + 1);
    }

    private OptionalDouble moved(int setter) {
        int from = setter + 2;
        int to = tokens.partner(setter + 1);
        if (to < 0) {
            return OptionalDouble.empty();
        }
        double perSecond = switch (tokens.text(setter).replace("UTC", "")) {
            case "setTime", "setMilliseconds" -> 1_000;
            case "setSeconds" -> 1;
            case "setMinutes" -> 1 / 60d;
            case "setHours" -> 1 / 3_600d;
            case "setDate" -> 1 / 86_400d;
            case "setMonth" -> 1 / 2_629_800d;
            case "setFullYear", "setYear" -> 1 / 31_557_600d;
            default -> 0;
        };
        OptionalDouble fixed = numbers.of(from, to);
        if (fixed.isPresent()) {
            boolean isOver = (tokens.is(setter, "setTime") && CookieDate.isPast(fixed.getAsDouble()))
                    || (tokens.is(setter, "setFullYear") && fixed.getAsDouble() < CookieDate.FIRST_YEAR);
            return isOver ? OptionalDouble.of(-1) : OptionalDouble.empty();
        }
        return perSecond == 0 ? OptionalDouble.empty() : plus(from, to, perSecond);
    }
}
