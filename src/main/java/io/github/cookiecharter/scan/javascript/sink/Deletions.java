package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.syntax.ExpressionExtent.Range;
import io.github.cookiecharter.scan.javascript.value.DateFolder;
import java.util.List;
import java.util.Locale;

/** Recognises calls of setters that delete: by the function's name, or by an expired lifetime among the arguments. */
final class Deletions {

    private static final List<String> VERBS =
            List.of("delete", "remove", "expire", "erase", "destroy", "clear", "unset", "del", "kill", "drop");

    private Deletions() {}

    /** Returns whether a function's name begins with a verb such as {@code delete}. */
    static boolean isDeletionName(String function) {
        String lower = function.toLowerCase(Locale.ROOT);
        for (String verb : VERBS) {
            if (lower.startsWith(verb)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether an argument other than the name is a lifetime or a date that has already expired. */
    static boolean isExpired(ScriptFile unit, List<Range> arguments, int nameAt) {
        for (int i = 0; i < arguments.size(); i++) {
            int from = arguments.get(i).from();
            if (i == nameAt) {
                continue;
            }
            boolean isNegative =
                    unit.tokens.is(from, "-") && !unit.tokens.number(from + 1).isEmpty();
            boolean isOver = unit.tokens.isString(from)
                    && unit.tokens.value(from).contains("GMT")
                    && DateFolder.isPast(unit.tokens.value(from));
            if (isNegative || isOver || (unit.tokens.is(from, "{") && unit.options.asks(from))) {
                return true;
            }
        }
        return false;
    }
}
