package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.syntax.ExpressionExtent.Range;
import io.github.cookiecharter.scan.javascript.value.DateFolder;
import java.util.List;
import java.util.Locale;

/** Whether a call of a function that sets something deletes it: by the function's name, or by what it is told. */
final class Deletions {

    private static final List<String> VERBS =
            List.of("delete", "remove", "expire", "erase", "destroy", "clear", "unset", "del", "kill", "drop");

    private Deletions() {}

    static boolean isNamed(String function) {
        String lower = function.toLowerCase(Locale.ROOT);
        for (String verb : VERBS) {
            if (lower.startsWith(verb)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a lifetime among the arguments is over as soon as it begins. */
    static boolean isAsked(ScriptFile unit, List<Range> arguments, int nameAt) {
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
