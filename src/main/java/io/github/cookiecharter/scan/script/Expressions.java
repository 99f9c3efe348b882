package io.github.cookiecharter.scan.script;

import io.github.cookiecharter.scan.script.Extent.Range;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Evaluates expressions as far as they are texts: literals, and what is put together from literals. */
final class Expressions {

    private static final int DEEPEST = 24;
    private static final int MOST_STEPS = 20_000;

    private final Tokens tokens;
    private final Names names;
    private final Numbers numbers;
    private final Dates dates;
    private int steps;

    Expressions(Outline outline, Constants constants) {
        this.tokens = outline.tokens;
        this.numbers = new Numbers(outline);
        this.dates = new Dates(outline, numbers);
        this.names = new Names(outline, this, constants);
    }

    Names names() {
        return names;
    }

    Numbers numbers() {
        return numbers;
    }

    /** How many seconds from now a date is. */
    OptionalDouble fromNow(Range range) {
        return dates.secondsFromNow(range.from(), range.to(), 0);
    }

    /** What the expression that begins here stands for. */
    Value of(int from) {
        return of(new Range(from, Extent.end(tokens, from)));
    }

    Value of(Range range) {
        steps = MOST_STEPS;
        return value(range.from(), range.to(), 0);
    }

    /** As part of the evaluation that goes on. */
    Value inner(int from, int depth) {
        return value(from, Extent.end(tokens, from), depth);
    }

    Value value(int start, int stop, int depth) {
        int from = start;
        int to = stop;
        while (tokens.is(from, "(") && tokens.partner(from) == to - 1) {
            from++;
            to--;
        }
        if (tokens.is(from, "await")) {
            from++;
        }
        if (from >= to || depth > DEEPEST || steps <= 0) {
            return Value.UNKNOWN;
        }
        Operators operators = Operators.read(tokens, from, to);
        steps -= operators.steps;
        if (operators.comma >= 0) {
            return value(operators.comma + 1, to, depth + 1);
        }
        if (operators.assignment >= 0) {
            return value(operators.assignment + 1, to, depth + 1);
        }
        if (operators.question >= 0) {
            return operators.colon < 0
                    ? Value.UNKNOWN
                    : value(operators.question + 1, operators.colon, depth + 1)
                            .or(value(operators.colon + 1, to, depth + 1));
        }
        if (operators.either >= 0) {
            return value(from, operators.either, depth + 1).or(value(operators.either + 1, to, depth + 1));
        }
        if (operators.both >= 0) {
            return value(operators.both + 1, to, depth + 1);
        }
        to = operators.end;
        if (operators.isArithmetic) {
            return numbers.text(from, to);
        }
        if (operators.isOther) {
            return Value.UNKNOWN;
        }
        return operators.plus.isEmpty() ? operand(from, to, depth) : sum(from, to, operators.plus, depth);
    }

    private Value sum(int from, int to, List<Integer> plus, int depth) {
        Value number = numbers.text(from, to);
        if (!number.isUnknown()) {
            return number;
        }
        Value sum = Value.of("");
        int start = from;
        for (int i = 0; i <= plus.size(); i++) {
            int stop = i < plus.size() ? plus.get(i) : to;
            sum = sum.then(value(start, stop, depth + 1));
            start = stop + 1;
        }
        return sum;
    }

    private Value operand(int from, int to, int depth) {
        Value value = Value.UNKNOWN;
        int i = tokens.after(from);
        switch (tokens.kind(from)) {
            case Tokens.STRING -> value = Value.of(tokens.value(from));
            case Tokens.NUMBER -> value = numbers.text(from, from + 1);
            case Tokens.IDENTIFIER -> {
                if (tokens.is(from, "new")) {
                    return created(from, to, depth);
                }
                if (tokens.is(i, "(")) {
                    value = call(from, depth);
                    i = tokens.after(i);
                } else {
                    int last = chainEnd(from, to);
                    value = names.chain(from, last, depth);
                    i = last + 1;
                }
            }
            default -> {
                if (tokens.is(from, "`")) {
                    value = template(from, depth);
                } else if (tokens.is(from, "(")) {
                    value = value(from + 1, i - 1, depth + 1);
                } else if (tokens.is(from, "[")) {
                    return array(from, i, to, depth);
                }
            }
        }
        return behind(value, from, i, to, depth);
    }

    private Value created(int from, int to, int depth) {
        boolean isText = tokens.is(from + 1, "String") && tokens.is(from + 2, "(");
        if (isText) {
            return value(from + 3, tokens.partner(from + 2), depth + 1);
        }
        return dates.text(from, to);
    }

    /** The last token of the names with dots, or brackets around a literal, that begin here; a call is none of them. */
    private int chainEnd(int from, int to) {
        int last = from;
        while (last + 2 < to) {
            boolean member = (tokens.is(last + 1, ".") || tokens.is(last + 1, "?.")) && tokens.isIdentifier(last + 2);
            if (member && !tokens.is(last + 3, "(")) {
                last += 2;
            } else if (tokens.is(last + 1, "[")
                    && tokens.isString(last + 2)
                    && tokens.is(last + 3, "]")
                    && !tokens.is(last + 4, "(")) {
                last += 3;
            } else {
                break;
            }
        }
        return last;
    }

    /** Applies what stands behind an operand: calls of methods. */
    private Value behind(Value operand, int from, int at, int to, int depth) {
        Value value = operand;
        int i = at;
        while (i < to) {
            boolean isMember = tokens.is(i, ".") || tokens.is(i, "?.");
            if (isMember && tokens.isIdentifier(i + 1) && tokens.is(i + 2, "(") && tokens.partner(i + 2) > 0) {
                value = method(value, from, i + 1, depth);
                i = tokens.after(i + 2);
            } else if (tokens.is(i, "!")) {
                i++;
            } else {
                return Value.UNKNOWN;
            }
        }
        return value;
    }

    private Value method(Value value, int from, int name, int depth) {
        List<Range> arguments = Extent.arguments(tokens, name + 1);
        return switch (tokens.text(name)) {
            case "toString", "valueOf", "normalize", "toFixed" -> value;
            case "trim" -> value.map(String::trim);
            case "toLowerCase", "toLocaleLowerCase" -> value.map(text -> text.toLowerCase(Locale.ROOT));
            case "toUpperCase", "toLocaleUpperCase" -> value.map(text -> text.toUpperCase(Locale.ROOT));
            case "concat" -> {
                Value all = value;
                for (Range argument : arguments) {
                    all = all.then(value(argument.from(), argument.to(), depth + 1));
                }
                yield all;
            }
            case "replace", "replaceAll" -> replaced(value, arguments, depth);
            case "toUTCString", "toGMTString", "toISOString" -> dates.text(from, name - 1);
            default -> names.called(name, arguments, depth);
        };
    }

    private Value replaced(Value value, List<Range> arguments, int depth) {
        if (arguments.size() != 2) {
            return Value.UNKNOWN;
        }
        List<String> old =
                value(arguments.get(0).from(), arguments.get(0).to(), depth + 1).literal();
        List<String> fresh =
                value(arguments.get(1).from(), arguments.get(1).to(), depth + 1).literal();
        // A pattern changes nothing in most names: "name.replace(/[^a-z]/g, '_')" of a parameter.
        if (tokens.kind(arguments.get(0).from()) == Tokens.REGEX) {
            return value.literal().isEmpty() ? value : Value.UNKNOWN;
        }
        return old.isEmpty() || fresh.isEmpty() || old.get(0).isEmpty()
                ? Value.UNKNOWN
                : value.map(text -> text.replace(old.get(0), fresh.get(0)));
    }

    private Value call(int name, int depth) {
        List<Range> arguments = Extent.arguments(tokens, name + 1);
        String function = tokens.text(name);
        switch (function) {
            case "encodeURIComponent", "escape", "encodeURI" -> {
                return arguments.isEmpty()
                        ? Value.UNKNOWN
                        : value(arguments.get(0).from(), arguments.get(0).to(), depth + 1)
                                .map(Expressions::encode);
            }
            case "String", "decodeURIComponent", "unescape", "Symbol", "unref", "toValue" -> {
                return arguments.isEmpty()
                        ? Value.UNKNOWN
                        : value(arguments.get(0).from(), arguments.get(0).to(), depth + 1);
            }
            default -> {
                return names.called(name, arguments, depth);
            }
        }
    }

    private Value template(int from, int depth) {
        Value text = Value.of("");
        int close = tokens.partner(from);
        for (int i = from + 1; i < close; i = tokens.after(i)) {
            Value part = tokens.kind(i) == Tokens.CHUNK
                    ? Value.of(tokens.value(i))
                    : tokens.is(i, "${") ? value(i + 1, tokens.partner(i), depth + 1) : Value.UNKNOWN;
            text = text.then(part);
        }
        return close < 0 ? Value.UNKNOWN : text;
    }

    private Value array(int from, int behind, int to, int depth) {
        boolean joins = tokens.is(behind, ".") && tokens.is(behind + 1, "join") && tokens.is(behind + 2, "(");
        if (!joins || tokens.partner(from) < 0 || tokens.after(behind + 2) != to) {
            return Value.UNKNOWN;
        }
        List<Range> separators = Extent.arguments(tokens, behind + 2);
        Value separator = separators.isEmpty()
                ? Value.of(",")
                : value(separators.get(0).from(), separators.get(0).to(), depth + 1);
        return joined(from, separator, depth);
    }

    /** The elements of the array whose bracket this is, as one text. */
    Value joined(int open, Value separator, int depth) {
        Value text = Value.of("");
        List<Range> elements = Extent.arguments(tokens, open);
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                text = text.then(separator);
            }
            text = text.then(value(elements.get(i).from(), elements.get(i).to(), depth + 1));
        }
        return text;
    }

    /** Each element of the array whose bracket this is, as an alternative. */
    Value elements(int open, int depth) {
        List<String> all = new ArrayList<>();
        for (Range element : Extent.arguments(tokens, open)) {
            all.addAll(value(element.from(), element.to(), depth + 1).texts());
        }
        return Value.ofAll(all);
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || "-_.!~*'()".indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            }
        }
        return encoded.toString().replace("%EF%B7%90", String.valueOf(Value.DYNAMIC));
    }
}
