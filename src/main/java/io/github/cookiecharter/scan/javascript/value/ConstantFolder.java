package io.github.cookiecharter.scan.javascript.value;

import io.github.cookiecharter.model.PercentEncoding;
import io.github.cookiecharter.scan.cookie.AbstractString;
import io.github.cookiecharter.scan.javascript.scope.SymbolTable;
import io.github.cookiecharter.scan.javascript.syntax.ExpressionExtent;
import io.github.cookiecharter.scan.javascript.syntax.ExpressionExtent.Range;
import io.github.cookiecharter.scan.javascript.syntax.Operators;
import io.github.cookiecharter.scan.javascript.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Evaluates expressions as far as they are texts: literals, and what is put together from literals. */
public final class ConstantFolder {

    private static final String OF_COMPONENTS = PercentEncoding.ALPHANUMERIC + "-_.!~*'()";
    private static final int DEEPEST = 24;
    private static final int MOST_STEPS = 20_000;
    private static final int FEWEST_STEPS = 60;
    private static final long MOST_STEPS_OF_FILE = 20_000_000;

    private final Tokens tokens;
    private final NameResolver names;
    private final NumberFolder numbers;
    private final DateFolder dates;
    private int steps;
    private long left = MOST_STEPS_OF_FILE;

    public ConstantFolder(SymbolTable outline, SharedConstants constants) {
        this.tokens = outline.tokens;
        this.numbers = new NumberFolder(outline);
        this.dates = new DateFolder(outline, numbers);
        this.names = new NameResolver(outline, this, constants);
    }

    public NameResolver names() {
        return names;
    }

    public NumberFolder numbers() {
        return numbers;
    }

    /** How many seconds from now a date is. */
    public OptionalDouble fromNow(Range range) {
        return dates.secondsFromNow(range.from(), range.to(), 0);
    }

    /** What the expression that begins here stands for. */
    public ScriptValue of(int from) {
        return of(new Range(from, ExpressionExtent.end(tokens, from)));
    }

    public ScriptValue of(Range range) {
        int granted = left > 0 ? MOST_STEPS : FEWEST_STEPS;
        steps = granted;
        ScriptValue value = value(range.from(), range.to(), 0);
        left -= granted - steps;
        return value;
    }

    /** As part of the evaluation that goes on. */
    ScriptValue inner(int from, int depth) {
        return value(from, ExpressionExtent.end(tokens, from), depth);
    }

    ScriptValue value(int start, int stop, int depth) {
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
            return ScriptValue.UNKNOWN;
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
                    ? ScriptValue.UNKNOWN
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
            return ScriptValue.UNKNOWN;
        }
        return operators.plus.isEmpty() ? operand(from, to, depth) : sum(from, to, operators.plus, depth);
    }

    private ScriptValue sum(int from, int to, List<Integer> plus, int depth) {
        ScriptValue number = numbers.text(from, to);
        if (!number.isUnknown()) {
            return number;
        }
        ScriptValue sum = ScriptValue.of("");
        int start = from;
        for (int i = 0; i <= plus.size(); i++) {
            int stop = i < plus.size() ? plus.get(i) : to;
            sum = sum.then(value(start, stop, depth + 1));
            start = stop + 1;
        }
        return sum;
    }

    private ScriptValue operand(int from, int to, int depth) {
        ScriptValue value = ScriptValue.UNKNOWN;
        int i = tokens.after(from);
        switch (tokens.kind(from)) {
            case Tokens.STRING -> value = ScriptValue.of(tokens.value(from));
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

    private ScriptValue created(int from, int to, int depth) {
        int open = from + 2;
        if (!tokens.isIdentifier(from + 1) || !tokens.is(open, "(") || tokens.partner(open) < 0) {
            return ScriptValue.UNKNOWN;
        }
        int end = tokens.after(open);
        ScriptValue value = tokens.is(from + 1, "String")
                ? value(open + 1, end - 1, depth + 1)
                : end == to ? dates.text(from, to) : ScriptValue.UNKNOWN;
        return behind(value, from, end, to, depth);
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
    private ScriptValue behind(ScriptValue operand, int from, int at, int to, int depth) {
        ScriptValue value = operand;
        int i = at;
        while (i < to) {
            boolean isMember = tokens.is(i, ".") || tokens.is(i, "?.");
            if (isMember && tokens.isIdentifier(i + 1) && tokens.is(i + 2, "(") && tokens.partner(i + 2) > 0) {
                value = method(value, from, i + 1, depth);
                i = tokens.after(i + 2);
            } else if (tokens.is(i, "!")) {
                i++;
            } else {
                return ScriptValue.UNKNOWN;
            }
        }
        return value;
    }

    private ScriptValue method(ScriptValue value, int from, int name, int depth) {
        List<Range> arguments = ExpressionExtent.arguments(tokens, name + 1);
        return switch (tokens.text(name)) {
            case "toString", "valueOf", "normalize", "toFixed" -> value;
            case "trim" -> value.map(String::trim);
            case "toLowerCase", "toLocaleLowerCase" -> value.map(text -> text.toLowerCase(Locale.ROOT));
            case "toUpperCase", "toLocaleUpperCase" -> value.map(text -> text.toUpperCase(Locale.ROOT));
            case "concat" -> {
                ScriptValue all = value;
                for (Range argument : arguments) {
                    all = all.then(value(argument.from(), argument.to(), depth + 1));
                }
                yield all;
            }
            case "join" -> joined(from, name, arguments, depth);
            case "replace", "replaceAll" -> replaced(value, arguments, depth);
            case "toUTCString", "toGMTString", "toISOString" -> dates.text(from, name - 1);
            default -> names.called(name, arguments, depth);
        };
    }

    /** parts.join("; ") of an array that is written elsewhere, and may have grown since. */
    private ScriptValue joined(int from, int name, List<Range> arguments, int depth) {
        int open = name == from + 2 && tokens.isIdentifier(from) ? names.initializer(from) : -1;
        if (!tokens.is(open, "[") || arguments.isEmpty()) {
            return ScriptValue.UNKNOWN;
        }
        ScriptValue separator = value(arguments.get(0).from(), arguments.get(0).to(), depth + 1);
        return joined(open, separator, depth).then(separator).then(ScriptValue.UNKNOWN);
    }

    private ScriptValue replaced(ScriptValue value, List<Range> arguments, int depth) {
        if (arguments.size() != 2) {
            return ScriptValue.UNKNOWN;
        }
        List<String> old =
                value(arguments.get(0).from(), arguments.get(0).to(), depth + 1).literal();
        List<String> fresh =
                value(arguments.get(1).from(), arguments.get(1).to(), depth + 1).literal();
        // A pattern changes nothing in most names: "name.replace(/[^a-z]/g, '_')" of a parameter.
        if (tokens.kind(arguments.get(0).from()) == Tokens.REGEX) {
            return value.literal().isEmpty() ? value : ScriptValue.UNKNOWN;
        }
        return old.isEmpty() || fresh.isEmpty() || old.get(0).isEmpty()
                ? ScriptValue.UNKNOWN
                : value.map(text -> text.replace(old.get(0), fresh.get(0)));
    }

    private ScriptValue call(int name, int depth) {
        List<Range> arguments = ExpressionExtent.arguments(tokens, name + 1);
        String function = tokens.text(name);
        switch (function) {
            case "encodeURIComponent", "escape", "encodeURI" -> {
                return arguments.isEmpty()
                        ? ScriptValue.UNKNOWN
                        : value(arguments.get(0).from(), arguments.get(0).to(), depth + 1)
                                .map(ConstantFolder::encode);
            }
            case "String", "decodeURIComponent", "unescape", "Symbol", "unref", "toValue" -> {
                return arguments.isEmpty()
                        ? ScriptValue.UNKNOWN
                        : value(arguments.get(0).from(), arguments.get(0).to(), depth + 1);
            }
            default -> {
                return names.called(name, arguments, depth);
            }
        }
    }

    private ScriptValue template(int from, int depth) {
        ScriptValue text = ScriptValue.of("");
        int close = tokens.partner(from);
        for (int i = from + 1; i < close; i = tokens.after(i)) {
            ScriptValue part = tokens.kind(i) == Tokens.CHUNK
                    ? ScriptValue.of(tokens.value(i))
                    : tokens.is(i, "${") ? value(i + 1, tokens.partner(i), depth + 1) : ScriptValue.UNKNOWN;
            text = text.then(part);
        }
        return close < 0 ? ScriptValue.UNKNOWN : text;
    }

    private ScriptValue array(int from, int behind, int to, int depth) {
        boolean joins = tokens.is(behind, ".") && tokens.is(behind + 1, "join") && tokens.is(behind + 2, "(");
        if (!joins || tokens.partner(from) < 0 || tokens.after(behind + 2) != to) {
            return ScriptValue.UNKNOWN;
        }
        List<Range> separators = ExpressionExtent.arguments(tokens, behind + 2);
        ScriptValue separator = separators.isEmpty()
                ? ScriptValue.of(",")
                : value(separators.get(0).from(), separators.get(0).to(), depth + 1);
        return joined(from, separator, depth);
    }

    /** The elements of the array whose bracket this is, as one text. */
    ScriptValue joined(int open, ScriptValue separator, int depth) {
        ScriptValue text = ScriptValue.of("");
        List<Range> elements = ExpressionExtent.arguments(tokens, open);
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                text = text.then(separator);
            }
            text = text.then(value(elements.get(i).from(), elements.get(i).to(), depth + 1));
        }
        return text;
    }

    /** Each element of the array whose bracket this is, as an alternative. */
    ScriptValue elements(int open, int depth) {
        List<String> all = new ArrayList<>();
        for (Range element : ExpressionExtent.arguments(tokens, open)) {
            all.addAll(value(element.from(), element.to(), depth + 1).texts());
        }
        return ScriptValue.ofAll(all);
    }

    /** As {@code encodeURIComponent} does; what is unknown stays unknown. */
    private static String encode(String text) {
        String unknown = AbstractString.ANY.notation();
        return PercentEncoding.encode(text, OF_COMPONENTS)
                .replace(PercentEncoding.encode(unknown, OF_COMPONENTS), unknown);
    }
}
