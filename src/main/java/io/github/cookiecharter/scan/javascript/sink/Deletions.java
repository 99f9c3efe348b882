package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
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
    static boolean isExpired(AttributeOptions options, List<SyntaxNode> arguments, int nameAt, Scope scope) {
        for (int i = 0; i < arguments.size(); i++) {
            SyntaxNode argument = arguments.get(i);
            if (i != nameAt && (isOver(argument) || options.asks(argument, scope))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOver(SyntaxNode argument) {
        boolean isNegative = argument instanceof SyntaxNode.Unary unary
                && unary.operator().equals("-")
                && unary.operand() instanceof SyntaxNode.Digits;
        return isNegative
                || (argument instanceof SyntaxNode.Text text
                        && text.value().contains("GMT")
                        && DateFolder.isPast(text.value()));
    }
}
