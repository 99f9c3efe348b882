package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.cookie.AbstractString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What becomes of texts: joined, cut, filled in. */
final class StringOperations {

    private static final int MOST = 64;

    private StringOperations() {}

    /** The values as texts; what is none becomes a hole. */
    static List<ResolvedValue> of(List<ResolvedValue> values, String descriptor) {
        if (values.isEmpty()) {
            return ResolvedValue.only(AbstractValue.ANYTHING);
        }
        Set<ResolvedValue> texts = new LinkedHashSet<>();
        for (ResolvedValue found : values) {
            texts.add(new ResolvedValue(text(found.value(), descriptor), found.trail()));
        }
        return List.copyOf(texts);
    }

    private static AbstractValue text(AbstractValue value, String descriptor) {
        if (value instanceof AbstractValue.Text || value == AbstractValue.Nothing.COPIED) {
            return value;
        }
        if (value instanceof AbstractValue.Whole number) {
            return new AbstractValue.Text(
                    switch (descriptor) {
                        case "C" -> String.valueOf((char) number.number());
                        case "Z" -> String.valueOf(number.number() != 0);
                        default -> String.valueOf(number.number());
                    });
        }
        return AbstractValue.ANYTHING;
    }

    /** All joins of what may come first and what may come then. */
    static List<ResolvedValue> joined(List<ResolvedValue> first, List<ResolvedValue> then) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ResolvedValue left : first) {
            for (ResolvedValue right : then) {
                if (all.size() == MOST) {
                    return ResolvedValue.only(AbstractValue.ANYTHING);
                }
                if (left.trail().fits(right.trail())) {
                    AbstractValue value = left.value() instanceof AbstractValue.Text a
                            ? right.value() instanceof AbstractValue.Text b ? a.then(b) : right.value()
                            : left.value();
                    all.add(new ResolvedValue(value, left.trail().with(right.trail())));
                }
            }
        }
        return List.copyOf(all);
    }

    /** A method of {@code String} that needs nothing but the text and constants. */
    static AbstractValue changed(AbstractValue value, String method, List<AbstractValue> arguments) {
        if (!(value instanceof AbstractValue.Text text)) {
            return value;
        }
        String template = text.template();
        boolean whole = text.isLiteral();
        return switch (method) {
            case "toUpperCase" -> new AbstractValue.Text(template.toUpperCase(Locale.ROOT));
            case "toLowerCase" -> new AbstractValue.Text(template.toLowerCase(Locale.ROOT));
            case "trim", "strip" -> new AbstractValue.Text(template.strip());
            case "stripLeading" -> new AbstractValue.Text(template.stripLeading());
            case "stripTrailing" -> new AbstractValue.Text(template.stripTrailing());
            case "replace" -> replaced(template, arguments);
            case "substring" -> substring(template, arguments);
            case "repeat" ->
                whole && arguments.get(0) instanceof AbstractValue.Whole n && n.number() >= 0 && n.number() < 20
                        ? new AbstractValue.Text(template.repeat((int) n.number()))
                        : AbstractValue.ANYTHING;
            case "replaceAll", "replaceFirst" -> plain(template, method, arguments);
            default -> AbstractValue.ANYTHING;
        };
    }

    private static AbstractValue replaced(String template, List<AbstractValue> arguments) {
        String from = literal(arguments.get(0));
        String to = literal(arguments.get(1));
        return from.isEmpty() ? AbstractValue.ANYTHING : new AbstractValue.Text(template.replace(from, to));
    }

    // A pattern without a special character is a text.
    private static AbstractValue plain(String template, String method, List<AbstractValue> arguments) {
        String from = literal(arguments.get(0));
        String to = literal(arguments.get(1));
        if (from.isEmpty() || !from.matches("[A-Za-z0-9_ -]+") || !to.matches("[A-Za-z0-9_-]*")) {
            return new AbstractString(template).isLiteral() && !from.isEmpty() && from.startsWith("[^")
                    ? cleaned(template, from, to)
                    : AbstractValue.ANYTHING;
        }
        return new AbstractValue.Text(
                method.equals("replaceAll") ? template.replace(from, to) : template.replaceFirst(from, to));
    }

    private static AbstractValue cleaned(String template, String pattern, String to) {
        boolean harmless = pattern.matches("\\[\\^[A-Za-z0-9_.\\\\-]+]\\+?") && to.matches("[A-Za-z0-9_-]*");
        return harmless ? new AbstractValue.Text(template.replaceAll(pattern, to)) : AbstractValue.ANYTHING;
    }

    private static String literal(AbstractValue value) {
        if (value instanceof AbstractValue.Text text && text.isLiteral()) {
            return text.template();
        }
        return value instanceof AbstractValue.Whole number ? String.valueOf((char) number.number()) : "";
    }

    private static AbstractValue substring(String template, List<AbstractValue> arguments) {
        int hole = template.indexOf(AbstractString.UNKNOWN);
        String known = hole < 0 ? template : template.substring(0, hole);
        if (!(arguments.get(0) instanceof AbstractValue.Whole from)) {
            return AbstractValue.ANYTHING;
        }
        int start = (int) from.number();
        if (start < 0 || start > known.length()) {
            return AbstractValue.ANYTHING;
        }
        if (arguments.size() == 1) {
            return new AbstractValue.Text(template.substring(start));
        }
        if (arguments.get(1) instanceof AbstractValue.Whole to
                && to.number() >= start
                && to.number() <= known.length()) {
            return new AbstractValue.Text(template.substring(start, (int) to.number()));
        }
        // Cut somewhere behind what is known to be its beginning.
        return start == 0 ? prefix(template) : AbstractValue.ANYTHING;
    }

    private static AbstractValue prefix(String template) {
        return template.indexOf(AbstractString.UNKNOWN) >= 0
                ? new AbstractValue.Text(template)
                : AbstractValue.ANYTHING;
    }

    /** A format of {@code java.util.Formatter} with its arguments filled in. */
    static AbstractValue formatted(String format, List<AbstractValue> arguments) {
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
                return AbstractValue.ANYTHING;
            }
            char conversion = format.charAt(end);
            boolean plain = end == i + 1;
            if (conversion == '%' || conversion == 'n') {
                text.append(conversion == '%' ? '%' : '\n');
            } else {
                boolean known = plain
                        && (conversion == 's' || conversion == 'd')
                        && next < arguments.size()
                        && text(arguments.get(next), "I") instanceof AbstractValue.Text;
                text.append(
                        known && text(arguments.get(next), "I") instanceof AbstractValue.Text t
                                ? t.template()
                                : AbstractString.UNKNOWN);
                next++;
            }
            i = end;
        }
        return new AbstractValue.Text(text.toString());
    }

    /** A pattern of {@code java.text.MessageFormat} with its arguments filled in. */
    static AbstractValue message(String pattern, List<AbstractValue> arguments) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int end = pattern.indexOf('}', i);
            if (c == '{' && end > i) {
                String number = pattern.substring(i + 1, end);
                int index = number.matches("[0-9]") ? number.charAt(0) - '0' : arguments.size();
                boolean known =
                        index < arguments.size() && text(arguments.get(index), "I") instanceof AbstractValue.Text;
                text.append(
                        known && text(arguments.get(index), "I") instanceof AbstractValue.Text t
                                ? t.template()
                                : AbstractString.UNKNOWN);
                i = end;
            } else if (c != '\'') {
                text.append(c);
            } else if (i + 1 < pattern.length() && pattern.charAt(i + 1) == '\'') {
                text.append('\'');
                i++;
            }
        }
        return new AbstractValue.Text(text.toString());
    }

    /** What {@code makeConcatWithConstants} makes of its recipe. */
    static List<ResolvedValue> recipe(String recipe, List<List<ResolvedValue>> arguments, List<String> constants) {
        List<ResolvedValue> text = ResolvedValue.text("");
        int argument = 0;
        int constant = 0;
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < recipe.length(); i++) {
            char c = recipe.charAt(i);
            if (c == '\1') {
                text = joined(joined(text, ResolvedValue.text(literal.toString())), arguments.get(argument++));
                literal.setLength(0);
            } else if (c == '\2') {
                literal.append(constants.get(constant++));
            } else {
                literal.append(c);
            }
        }
        return joined(text, ResolvedValue.text(literal.toString()));
    }

    /** The single values of each list, where they can come in together. */
    static List<List<AbstractValue>> combinations(List<List<ResolvedValue>> lists) {
        List<List<AbstractValue>> all = new ArrayList<>(List.of(List.of()));
        for (List<ResolvedValue> list : lists) {
            List<List<AbstractValue>> longer = new ArrayList<>();
            for (List<AbstractValue> one : all) {
                for (ResolvedValue found : list) {
                    if (longer.size() < MOST) {
                        List<AbstractValue> next = new ArrayList<>(one);
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
