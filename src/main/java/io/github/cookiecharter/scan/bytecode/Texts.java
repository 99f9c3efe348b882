package io.github.cookiecharter.scan.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What becomes of texts: joined, cut, filled in. */
final class Texts {

    private static final int MOST = 64;

    private Texts() {}

    /** The values as texts; what is none becomes a hole. */
    static List<Found> of(List<Found> values, String descriptor) {
        if (values.isEmpty()) {
            return Found.only(Value.ANYTHING);
        }
        Set<Found> texts = new LinkedHashSet<>();
        for (Found found : values) {
            texts.add(new Found(text(found.value(), descriptor), found.trail()));
        }
        return List.copyOf(texts);
    }

    private static Value text(Value value, String descriptor) {
        if (value instanceof Value.Text || value == Value.Nothing.COPIED) {
            return value;
        }
        if (value instanceof Value.Number number) {
            return new Value.Text(
                    switch (descriptor) {
                        case "C" -> String.valueOf((char) number.number());
                        case "Z" -> String.valueOf(number.number() != 0);
                        default -> String.valueOf(number.number());
                    });
        }
        return Value.ANYTHING;
    }

    /** All joins of what may come first and what may come then. */
    static List<Found> joined(List<Found> first, List<Found> then) {
        Set<Found> all = new LinkedHashSet<>();
        for (Found left : first) {
            for (Found right : then) {
                if (all.size() == MOST) {
                    return Found.only(Value.ANYTHING);
                }
                if (left.trail().fits(right.trail())) {
                    Value value = left.value() instanceof Value.Text a
                            ? right.value() instanceof Value.Text b ? a.then(b) : right.value()
                            : left.value();
                    all.add(new Found(value, left.trail().with(right.trail())));
                }
            }
        }
        return List.copyOf(all);
    }

    /** A method of {@code String} that needs nothing but the text and constants. */
    static Value changed(Value value, String method, List<Value> arguments) {
        if (!(value instanceof Value.Text text)) {
            return value;
        }
        String template = text.template();
        boolean whole = template.indexOf(Value.HOLE) < 0;
        return switch (method) {
            case "toUpperCase" -> new Value.Text(template.toUpperCase(Locale.ROOT));
            case "toLowerCase" -> new Value.Text(template.toLowerCase(Locale.ROOT));
            case "trim", "strip" -> new Value.Text(template.strip());
            case "stripLeading" -> new Value.Text(template.stripLeading());
            case "stripTrailing" -> new Value.Text(template.stripTrailing());
            case "replace" -> replaced(template, arguments);
            case "substring" -> substring(template, arguments);
            case "repeat" ->
                whole && arguments.get(0) instanceof Value.Number n && n.number() >= 0 && n.number() < 20
                        ? new Value.Text(template.repeat((int) n.number()))
                        : Value.ANYTHING;
            case "replaceAll", "replaceFirst" -> plain(template, method, arguments);
            default -> Value.ANYTHING;
        };
    }

    private static Value replaced(String template, List<Value> arguments) {
        String from = literal(arguments.get(0));
        String to = literal(arguments.get(1));
        return from.isEmpty() ? Value.ANYTHING : new Value.Text(template.replace(from, to));
    }

    // A pattern without a special character is a text.
    private static Value plain(String template, String method, List<Value> arguments) {
        String from = literal(arguments.get(0));
        String to = literal(arguments.get(1));
        if (from.isEmpty() || !from.matches("[A-Za-z0-9_ -]+") || !to.matches("[A-Za-z0-9_-]*")) {
            return template.indexOf(Value.HOLE) < 0 && !from.isEmpty() && from.startsWith("[^")
                    ? cleaned(template, from, to)
                    : Value.ANYTHING;
        }
        return new Value.Text(
                method.equals("replaceAll") ? template.replace(from, to) : template.replaceFirst(from, to));
    }

    private static Value cleaned(String template, String pattern, String to) {
        boolean harmless = pattern.matches("\\[\\^[A-Za-z0-9_.\\\\-]+]\\+?") && to.matches("[A-Za-z0-9_-]*");
        return harmless ? new Value.Text(template.replaceAll(pattern, to)) : Value.ANYTHING;
    }

    private static String literal(Value value) {
        if (value instanceof Value.Text text && text.template().indexOf(Value.HOLE) < 0) {
            return text.template();
        }
        return value instanceof Value.Number number ? String.valueOf((char) number.number()) : "";
    }

    private static Value substring(String template, List<Value> arguments) {
        int hole = template.indexOf(Value.HOLE);
        String known = hole < 0 ? template : template.substring(0, hole);
        if (!(arguments.get(0) instanceof Value.Number from)) {
            return Value.ANYTHING;
        }
        int start = (int) from.number();
        if (start < 0 || start > known.length()) {
            return Value.ANYTHING;
        }
        if (arguments.size() == 1) {
            return new Value.Text(template.substring(start));
        }
        if (arguments.get(1) instanceof Value.Number to && to.number() >= start && to.number() <= known.length()) {
            return new Value.Text(template.substring(start, (int) to.number()));
        }
        // Cut somewhere behind what is known to be its beginning.
        return start == 0 ? prefix(template) : Value.ANYTHING;
    }

    private static Value prefix(String template) {
        return template.indexOf(Value.HOLE) >= 0 ? new Value.Text(template) : Value.ANYTHING;
    }

    /** A format of {@code java.util.Formatter} with its arguments filled in. */
    static Value formatted(String format, List<Value> arguments) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%') {
                text.append(c);
                continue;
            }
            int end = i + 1;
            while (end < format.length() && "0123456789$-#+ ,(.".indexOf(format.charAt(end)) >= 0) {
                end++;
            }
            if (end == format.length()) {
                return Value.ANYTHING;
            }
            char conversion = format.charAt(end);
            boolean plain = end == i + 1;
            if (conversion == '%' || conversion == 'n') {
                text.append(conversion == '%' ? '%' : '\n');
            } else {
                boolean known = plain
                        && (conversion == 's' || conversion == 'd')
                        && next < arguments.size()
                        && text(arguments.get(next), "I") instanceof Value.Text;
                text.append(
                        known && text(arguments.get(next), "I") instanceof Value.Text t ? t.template() : Value.HOLE);
                next++;
            }
            i = end;
        }
        return new Value.Text(text.toString());
    }

    /** A pattern of {@code java.text.MessageFormat} with its arguments filled in. */
    static Value message(String pattern, List<Value> arguments) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int end = pattern.indexOf('}', i);
            if (c == '{' && end > i) {
                String number = pattern.substring(i + 1, end);
                int index = number.matches("[0-9]") ? number.charAt(0) - '0' : arguments.size();
                boolean known = index < arguments.size() && text(arguments.get(index), "I") instanceof Value.Text;
                text.append(
                        known && text(arguments.get(index), "I") instanceof Value.Text t ? t.template() : Value.HOLE);
                i = end;
            } else if (c != '\'') {
                text.append(c);
            } else if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '\'') {
                text.append('\'');
                i++;
            }
        }
        return new Value.Text(text.toString());
    }

    /** What {@code makeConcatWithConstants} makes of its recipe. */
    static List<Found> recipe(String recipe, List<List<Found>> arguments, List<String> constants) {
        List<Found> text = Found.text("");
        int argument = 0;
        int constant = 0;
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < recipe.length(); i++) {
            char c = recipe.charAt(i);
            if (c == '\1') {
                text = joined(joined(text, Found.text(literal.toString())), arguments.get(argument++));
                literal.setLength(0);
            } else if (c == '\2') {
                literal.append(constants.get(constant++));
            } else {
                literal.append(c);
            }
        }
        return joined(text, Found.text(literal.toString()));
    }

    /** The single values of each list, where they can come in together. */
    static List<List<Value>> combinations(List<List<Found>> lists) {
        List<List<Value>> all = new ArrayList<>(List.of(List.of()));
        for (List<Found> list : lists) {
            List<List<Value>> longer = new ArrayList<>();
            for (List<Value> one : all) {
                for (Found found : list) {
                    if (longer.size() < MOST) {
                        List<Value> next = new ArrayList<>(one);
                        next.add(found.value());
                        longer.add(next);
                    }
                }
            }
            all = longer;
        }
        return all;
    }
}
