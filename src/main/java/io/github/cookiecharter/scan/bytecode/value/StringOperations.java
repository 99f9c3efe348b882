package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallChain;
import io.github.cookiecharter.scan.cookie.AbstractString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Abstract operations on texts: concatenation, the methods of {@code String}, and formats. */
final class StringOperations {

    private static final int MAX_COMBINATIONS = 64;

    private StringOperations() {}

    /** Converts values to texts, as the type of the descriptor prints them; other values become unknown texts. */
    static List<ResolvedValue> toTexts(List<ResolvedValue> values, String descriptor) {
        if (values.isEmpty()) {
            return ResolvedValue.single(AbstractValue.Text.TOP);
        }
        Set<ResolvedValue> texts = new LinkedHashSet<>();
        for (ResolvedValue found : values) {
            texts.add(new ResolvedValue(toText(found.value(), descriptor), found.callChain()));
        }
        return List.copyOf(texts);
    }

    private static AbstractValue toText(AbstractValue value, String descriptor) {
        if (value instanceof AbstractValue.Text || value == AbstractValue.Special.COPIED_NAME) {
            return value;
        }
        if (value instanceof AbstractValue.IntConstant number) {
            return new AbstractValue.Text(
                    switch (descriptor) {
                        case "C" -> String.valueOf((char) number.value());
                        case "Z" -> String.valueOf(number.value() != 0);
                        default -> String.valueOf(number.value());
                    });
        }
        return AbstractValue.Text.TOP;
    }

    /**
     * Returns the concatenations of all pairs that can occur together. Of more than 64 only the common beginning is known;
     * of a header that is the name, because the alternatives are attributes.
     */
    static List<ResolvedValue> concat(List<ResolvedValue> first, List<ResolvedValue> then) {
        Set<ResolvedValue> all = new LinkedHashSet<>();
        for (ResolvedValue left : first) {
            for (ResolvedValue right : then) {
                if (all.size() == MAX_COMBINATIONS) {
                    List<ResolvedValue> fewer = beginnings(then);
                    return first.size() < then.size() && fewer.size() < then.size()
                            ? concat(first, fewer)
                            : beginnings(first);
                }
                if (left.callChain().isCompatibleWith(right.callChain())) {
                    AbstractValue value = left.value() instanceof AbstractValue.Text a
                            ? right.value() instanceof AbstractValue.Text b ? a.concat(b) : right.value()
                            : left.value();
                    all.add(new ResolvedValue(value, left.callChain().merge(right.callChain())));
                }
            }
        }
        return List.copyOf(all);
    }

    private static List<ResolvedValue> beginnings(List<ResolvedValue> texts) {
        Set<ResolvedValue> named = new LinkedHashSet<>();
        Map<CallChain, String> prefixes = new LinkedHashMap<>();
        for (ResolvedValue found : texts) {
            if (!(found.value() instanceof AbstractValue.Text text)) {
                named.add(found);
                continue;
            }
            int equals = text.template().indexOf('=');
            if (equals > 0) {
                String name = text.template().substring(0, equals + 1);
                named.add(new ResolvedValue(
                        new AbstractValue.Text(name + AbstractString.UNKNOWN + AbstractString.UNKNOWN),
                        found.callChain()));
            } else {
                prefixes.merge(found.callChain(), text.template(), StringOperations::commonPrefix);
            }
        }
        prefixes.forEach((chain, prefix) ->
                named.add(new ResolvedValue(new AbstractValue.Text(prefix + AbstractString.UNKNOWN), chain)));
        return named.size() > MAX_COMBINATIONS ? ResolvedValue.single(AbstractValue.Text.TOP) : List.copyOf(named);
    }

    private static String commonPrefix(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return a.substring(0, length);
    }

    /** Applies a method of {@code String} to a text and constant arguments. */
    static AbstractValue transform(AbstractValue value, String method, List<AbstractValue> arguments) {
        if (!(value instanceof AbstractValue.Text text)) {
            return value;
        }
        String template = text.template();
        boolean known = text.isLiteral();
        return switch (method) {
            case "toUpperCase" -> new AbstractValue.Text(template.toUpperCase(Locale.ROOT));
            case "toLowerCase" -> new AbstractValue.Text(template.toLowerCase(Locale.ROOT));
            case "trim", "strip" -> new AbstractValue.Text(template.strip());
            case "stripLeading" -> new AbstractValue.Text(template.stripLeading());
            case "stripTrailing" -> new AbstractValue.Text(template.stripTrailing());
            case "replace" -> replace(template, arguments);
            case "substring" -> substring(template, arguments);
            case "repeat" ->
                known && arguments.get(0) instanceof AbstractValue.IntConstant n && n.value() >= 0 && n.value() < 20
                        ? new AbstractValue.Text(template.repeat((int) n.value()))
                        : AbstractValue.Text.TOP;
            case "replaceAll", "replaceFirst" -> replacePattern(template, method, arguments);
            default -> AbstractValue.Text.TOP;
        };
    }

    private static AbstractValue replace(String template, List<AbstractValue> arguments) {
        String from = literal(arguments.get(0));
        String to = literal(arguments.get(1));
        return from.isEmpty() ? AbstractValue.Text.TOP : new AbstractValue.Text(template.replace(from, to));
    }

    // A pattern without special characters is a literal.
    private static AbstractValue replacePattern(String template, String method, List<AbstractValue> arguments) {
        String from = literal(arguments.get(0));
        String to = literal(arguments.get(1));
        if (from.isEmpty() || !from.matches("[A-Za-z0-9_ -]+") || !to.matches("[A-Za-z0-9_-]*")) {
            return new AbstractString(template).isLiteral() && !from.isEmpty() && from.startsWith("[^")
                    ? replaceCharacters(template, from, to)
                    : AbstractValue.Text.TOP;
        }
        return new AbstractValue.Text(
                method.equals("replaceAll") ? template.replace(from, to) : template.replaceFirst(from, to));
    }

    private static AbstractValue replaceCharacters(String template, String pattern, String to) {
        boolean supported = pattern.matches("\\[\\^[A-Za-z0-9_.\\\\-]+]\\+?") && to.matches("[A-Za-z0-9_-]*");
        return supported ? new AbstractValue.Text(template.replaceAll(pattern, to)) : AbstractValue.Text.TOP;
    }

    private static String literal(AbstractValue value) {
        if (value instanceof AbstractValue.Text text && text.isLiteral()) {
            return text.template();
        }
        return value instanceof AbstractValue.IntConstant number ? String.valueOf((char) number.value()) : "";
    }

    private static AbstractValue substring(String template, List<AbstractValue> arguments) {
        int unknown = template.indexOf(AbstractString.UNKNOWN);
        String known = unknown < 0 ? template : template.substring(0, unknown);
        if (!(arguments.get(0) instanceof AbstractValue.IntConstant from)) {
            return AbstractValue.Text.TOP;
        }
        int start = (int) from.value();
        if (start < 0 || start > known.length()) {
            return AbstractValue.Text.TOP;
        }
        if (arguments.size() == 1) {
            return new AbstractValue.Text(template.substring(start));
        }
        if (arguments.get(1) instanceof AbstractValue.IntConstant to
                && to.value() >= start
                && to.value() <= known.length()) {
            return new AbstractValue.Text(template.substring(start, (int) to.value()));
        }
        // The cut is behind the known beginning.
        return start == 0 ? unlessComplete(template) : AbstractValue.Text.TOP;
    }

    private static AbstractValue unlessComplete(String template) {
        return template.indexOf(AbstractString.UNKNOWN) >= 0
                ? new AbstractValue.Text(template)
                : AbstractValue.Text.TOP;
    }

    /**
     * Returns the part of each text at an index, as {@link String#split(String)} counts. A part is known if it and the
     * separator behind it are.
     */
    static List<ResolvedValue> split(List<ResolvedValue> texts, List<ResolvedValue> separators, int index) {
        if (separators.size() != 1 || !(separators.get(0).value() instanceof AbstractValue.Text separator)) {
            return List.of();
        }
        String plain = separator.template().replaceAll("\\\\(\\W)|\\[(\\W)]|\\\\s\\*|\\s[*+]", "$1$2");
        if (plain.isEmpty() || (plain.equals(separator.template()) && plain.matches(".*[.|*+?^$()\\[{\\\\].*"))) {
            return List.of();
        }
        Set<ResolvedValue> parts = new LinkedHashSet<>();
        for (ResolvedValue found : texts) {
            AbstractValue part = found.value();
            if (found.value() instanceof AbstractValue.Text text) {
                part = part(text.template(), plain, index);
            }
            parts.add(new ResolvedValue(part, found.callChain()));
        }
        return List.copyOf(parts);
    }

    private static AbstractValue part(String template, String separator, int index) {
        int from = 0;
        for (int i = 0; i < index; i++) {
            int at = template.indexOf(separator, from);
            if (at < 0) {
                return AbstractValue.Text.TOP;
            }
            from = at + separator.length();
        }
        int end = template.indexOf(separator, from);
        String part = end < 0 ? template.substring(from) : template.substring(from, end);
        boolean isKnown = index == 0
                ? end >= 0 || new AbstractString(template).isLiteral()
                : new AbstractString(template).isLiteral();
        return isKnown ? new AbstractValue.Text(part) : AbstractValue.Text.TOP;
    }

    /** Returns the indexes of a text or character in texts, as far as it is in the part that is known. */
    static List<ResolvedValue> indexOf(List<ResolvedValue> texts, List<ResolvedValue> searched) {
        Set<ResolvedValue> indexes = new LinkedHashSet<>();
        for (ResolvedValue found : texts) {
            for (ResolvedValue one : searched) {
                String part = literal(one.value());
                int at = found.value() instanceof AbstractValue.Text text && !part.isEmpty()
                        ? text.template().indexOf(part)
                        : -1;
                boolean isKnown = at >= 0
                        && found.value() instanceof AbstractValue.Text text
                        && new AbstractString(text.template().substring(0, at)).isLiteral();
                indexes.add(new ResolvedValue(
                        isKnown ? new AbstractValue.IntConstant(at) : AbstractValue.Special.UNKNOWN,
                        found.callChain()));
            }
        }
        return List.copyOf(indexes);
    }

    /**
     * Formats arguments by a format string of {@link java.util.Formatter}; unsupported conversions are unknown parts.
     */
    static AbstractValue format(String format, List<AbstractValue> arguments) {
        if (arguments.contains(AbstractValue.Special.COPIED_NAME)) {
            return AbstractValue.Special.COPIED_NAME;
        }
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
                return AbstractValue.Text.TOP;
            }
            char conversion = format.charAt(end);
            boolean plain = end == i + 1;
            if (conversion == '%' || conversion == 'n') {
                text.append(conversion == '%' ? '%' : '\n');
            } else {
                boolean known = plain
                        && (conversion == 's' || conversion == 'd')
                        && next < arguments.size()
                        && toText(arguments.get(next), "I") instanceof AbstractValue.Text;
                text.append(
                        known && toText(arguments.get(next), "I") instanceof AbstractValue.Text t
                                ? t.template()
                                : AbstractString.UNKNOWN);
                next++;
            }
            i = end;
        }
        return new AbstractValue.Text(text.toString());
    }

    /** Formats arguments by a pattern of {@link java.text.MessageFormat}; unsupported elements are unknown parts. */
    static AbstractValue formatMessage(String pattern, List<AbstractValue> arguments) {
        if (arguments.contains(AbstractValue.Special.COPIED_NAME)) {
            return AbstractValue.Special.COPIED_NAME;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            int end = pattern.indexOf('}', i);
            if (c == '{' && end > i) {
                String number = pattern.substring(i + 1, end);
                int index = number.matches("[0-9]") ? number.charAt(0) - '0' : arguments.size();
                boolean known =
                        index < arguments.size() && toText(arguments.get(index), "I") instanceof AbstractValue.Text;
                text.append(
                        known && toText(arguments.get(index), "I") instanceof AbstractValue.Text t
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

    /** Applies a recipe of {@link java.lang.invoke.StringConcatFactory#makeConcatWithConstants}. */
    static List<ResolvedValue> concatRecipe(
            String recipe, List<List<ResolvedValue>> arguments, List<String> constants) {
        List<ResolvedValue> text = ResolvedValue.text("");
        int argument = 0;
        int constant = 0;
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < recipe.length(); i++) {
            char c = recipe.charAt(i);
            if (c == '\1') {
                text = concat(concat(text, ResolvedValue.text(literal.toString())), arguments.get(argument++));
                literal.setLength(0);
            } else if (c == '\2') {
                literal.append(constants.get(constant++));
            } else {
                literal.append(c);
            }
        }
        return concat(text, ResolvedValue.text(literal.toString()));
    }

    /** Returns the cartesian product of the lists, at most 64 combinations. */
    static List<List<AbstractValue>> combinations(List<List<ResolvedValue>> lists) {
        List<List<AbstractValue>> all = new ArrayList<>(List.of(List.of()));
        for (List<ResolvedValue> list : lists) {
            List<List<AbstractValue>> longer = new ArrayList<>();
            for (List<AbstractValue> one : all) {
                for (ResolvedValue found : list) {
                    if (longer.size() < MAX_COMBINATIONS) {
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
