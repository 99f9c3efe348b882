package io.github.cookiecharter.scan.javascript.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How far an expression reaches, and the arguments of a call. */
public final class ExpressionExtent {

    /** An expression longer than this, brackets taken as one, names nothing. */
    private static final int MOST_TOKENS = 600;

    private static final Set<String> PREFIXES =
            Set.of("new", "typeof", "void", "await", "delete", "yield", "async", "in", "instanceof", "of", "keyof");

    private ExpressionExtent() {}

    /** The token behind the expression that begins here. */
    public static int end(Tokens tokens, int from) {
        boolean expectsOperand = true;
        int i = from;
        for (int steps = 0; i < tokens.size() && steps < MOST_TOKENS; steps++) {
            byte kind = tokens.kind(i);
            if (kind == Tokens.PUNCTUATOR) {
                String text = tokens.text(i);
                switch (text) {
                    case ";", ",", ")", "]", "}", ":" -> {
                        if (!text.equals(":") || !isChoice(tokens, from, i)) {
                            return i;
                        }
                        expectsOperand = true;
                    }
                    case "{" -> {
                        if (!expectsOperand) {
                            return i;
                        }
                        expectsOperand = false;
                    }
                    case "(", "[", "`" -> {
                        if (!expectsOperand && !text.equals("(") && tokens.startsLine(i) && text.equals("[")) {
                            return i;
                        }
                        expectsOperand = false;
                    }
                    case "++", "--", "!" -> {}
                    default -> expectsOperand = true;
                }
            } else if (kind == Tokens.IDENTIFIER && tokens.is(i, "function")) {
                int next = i + 1;
                while (next < tokens.size() && next < i + 60 && !tokens.is(next, "{")) {
                    next = tokens.after(next);
                }
                i = next;
                expectsOperand = false;
            } else if (kind == Tokens.IDENTIFIER && !expectsOperand && isOperator(tokens, i)) {
                expectsOperand = true;
            } else if (!expectsOperand) {
                return i;
            } else {
                expectsOperand =
                        kind == Tokens.IDENTIFIER && PREFIXES.contains(tokens.text(i)) && !tokens.is(i - 1, ".");
            }
            i = tokens.after(i);
        }
        return Math.min(i, tokens.size());
    }

    private static boolean isOperator(Tokens tokens, int i) {
        return switch (tokens.text(i)) {
            case "in", "instanceof", "as", "satisfies" -> !tokens.is(i + 1, "=");
            default -> false;
        };
    }

    /** Returns whether a colon belongs to a choice that begins in the same expression. */
    private static boolean isChoice(Tokens tokens, int from, int colon) {
        int open = 0;
        int steps = 0;
        for (int i = from; i < colon && steps++ < MOST_TOKENS; i = tokens.after(i)) {
            if (tokens.is(i, "?")) {
                open++;
            } else if (tokens.is(i, ":")) {
                open--;
            }
        }
        return open > 0;
    }

    /**
     * A part of the tokens.
     *
     * @param from the first token
     * @param to the token behind the last
     */
    public record Range(int from, int to) {}

    /** The arguments of a call whose opening parenthesis this is, as ranges of tokens: no more than ten. */
    public static List<Range> arguments(Tokens tokens, int open) {
        List<Range> all = new ArrayList<>();
        int close = tokens.partner(open);
        if (close <= open) {
            return all;
        }
        int from = open + 1;
        int steps = 0;
        for (int i = from; i <= close && all.size() < 10; i = tokens.after(i)) {
            if (i == close || tokens.is(i, ",")) {
                if (i > from) {
                    all.add(new Range(from, i));
                }
                from = i + 1;
            }
            if (i == close || steps++ > MOST_TOKENS) {
                break;
            }
        }
        return all;
    }
}
