package io.github.cookiecharter.language;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The plural rules of a language, written as in CLDR and evaluated for whole numbers.
 *
 * @see <a href="https://www.unicode.org/reports/tr35/tr35-numbers.html#Plural_rules_syntax">UTS #35, Plural rules
 *     syntax</a>
 */
final class PluralRules {

    /** The plural category of numbers that match no other rule. */
    static final String OTHER = "other";

    private final Map<String, String> conditions;
    // Caches the category by number: a site has thousands of durations with a dozen different numbers.
    private final Map<Long, String> selected = new ConcurrentHashMap<>();

    /**
     * Creates rules from the conditions of CLDR.
     *
     * @param conditions the condition of each plural category but {@code other}, such as {@code one} to {@code i = 1
     *     and v = 0}; at most one holds for a number
     */
    PluralRules(Map<String, String> conditions) {
        this.conditions = new TreeMap<>(conditions);
    }

    /** Returns the plural category of a non-negative whole number: {@code one}, {@code few}, … or {@code other}. */
    String select(long number) {
        String known = selected.get(number);
        if (known == null) {
            known = evaluate(number);
            selected.put(number, known);
        }
        return known;
    }

    private String evaluate(long number) {
        for (Map.Entry<String, String> rule : conditions.entrySet()) {
            if (anyHolds(rule.getValue(), number)) {
                return rule.getKey();
            }
        }
        return OTHER;
    }

    private static boolean anyHolds(String condition, long number) {
        for (String alternative : condition.split(" or ")) {
            if (allHold(alternative, number)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allHold(String condition, long number) {
        for (String relation : condition.split(" and ")) {
            if (!holds(relation, number)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(String relation, long number) {
        boolean negated = relation.contains("!=");
        int sign = relation.indexOf(negated ? "!=" : "=");
        long value = operand(relation.substring(0, sign), number);
        return isIn(relation.substring(sign + (negated ? 2 : 1)), value) != negated;
    }

    private static long operand(String expression, long number) {
        int percent = expression.indexOf('%');
        String name = (percent < 0 ? expression : expression.substring(0, percent)).strip();
        long value = switch (name) {
            case "n", "i" -> number;
            // Decimals and exponents, of which a whole number has none.
            case "v", "w", "f", "t", "c", "e" -> 0;
            default -> throw new IllegalArgumentException("not an operand of a plural rule: " + name);
        };
        return percent < 0
                ? value
                : value % Long.parseLong(expression.substring(percent + 1).strip());
    }

    private static boolean isIn(String ranges, long value) {
        for (String range : ranges.split(",")) {
            int dots = range.indexOf("..");
            long from = Long.parseLong((dots < 0 ? range : range.substring(0, dots)).strip());
            long to = dots < 0 ? from : Long.parseLong(range.substring(dots + 2).strip());
            if (from <= value && value <= to) {
                return true;
            }
        }
        return false;
    }
}
