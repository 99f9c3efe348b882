package io.github.cookiecharter.scan.javascript.syntax;

import java.util.Set;

/** Skips the types of TypeScript and Flow: they do nothing when a script runs. */
final class TypeSkipper {

    private static final Set<String> PREFIXES =
            Set.of("keyof", "unique", "readonly", "infer", "asserts", "typeof", "new", "abstract", "import");

    /** The types of a call are short, and each angle bracket may begin some. */
    private static final int MOST_TOKENS = 300;

    private final TokenCursor cursor;
    private final Tokens tokens;

    TypeSkipper(TokenCursor cursor) {
        this.cursor = cursor;
        this.tokens = cursor.tokens;
    }

    /** Skips a colon with a type, if there is one. */
    void annotation() {
        if (cursor.take(":")) {
            type();
        }
    }

    /** Skips the parameters of a generic declaration, if there are some. */
    void parameters() {
        if (cursor.is("<")) {
            int behind = behindAngles(cursor.at(), cursor.limit());
            cursor.jumpTo(behind < 0 ? cursor.at() + 1 : behind);
        }
    }

    /** Skips a type. */
    void type() {
        cursor.jumpTo(behindType(cursor.at()));
    }

    /** The token behind the type that begins at a token. */
    int behindType(int from) {
        int at = from;
        int conditions = 0;
        int choices = 0;
        boolean expectsOperand = true;
        while (at < cursor.limit()) {
            String text = tokens.text(at);
            int next = expectsOperand ? behindOperand(at) : behindSuffix(at);
            if (next > at) {
                expectsOperand = isOpen(at, next, expectsOperand);
                at = next;
            } else if (!expectsOperand && text.equals("extends")) {
                conditions++;
                expectsOperand = true;
                at++;
            } else if (!expectsOperand && conditions > 0 && text.equals("?")) {
                conditions--;
                choices++;
                expectsOperand = true;
                at++;
            } else if (!expectsOperand && choices > 0 && text.equals(":")) {
                choices--;
                expectsOperand = true;
                at++;
            } else {
                break;
            }
        }
        return at;
    }

    /** Returns whether a type goes on behind what has been skipped. */
    private boolean isOpen(int from, int to, boolean expectedOperand) {
        String first = tokens.text(from);
        if (expectedOperand) {
            boolean isPrefix = to == from + 1 && (PREFIXES.contains(first) || "|&...-?".contains(first));
            return (isPrefix && !first.isEmpty() && mayBegin(to))
                    || first.equals("<")
                    || (to > from + 1 && tokens.is(to - 1, "=>"));
        }
        return first.equals("|") || first.equals("&") || first.equals("is");
    }

    private boolean mayBegin(int at) {
        if (at >= cursor.limit()) {
            return false;
        }
        return switch (tokens.kind(at)) {
            case Tokens.IDENTIFIER, Tokens.STRING, Tokens.NUMBER -> !tokens.is(at, "is") || tokens.is(at + 1, ".");
            case Tokens.PUNCTUATOR ->
                switch (tokens.text(at)) {
                    case "(", "[", "{", "<", "`", "-", "|", "&" -> true;
                    default -> false;
                };
            default -> false;
        };
    }

    private int behindOperand(int at) {
        switch (tokens.kind(at)) {
            case Tokens.STRING, Tokens.NUMBER -> {
                return at + 1;
            }
            case Tokens.IDENTIFIER -> {
                if (PREFIXES.contains(tokens.text(at)) && mayBegin(at + 1)) {
                    return at + 1;
                }
                int last = at;
                while (last + 2 < cursor.limit() && tokens.is(last + 1, ".") && tokens.isIdentifier(last + 2)) {
                    last += 2;
                }
                return last + 1;
            }
            default -> {
                return behindPunctuator(at);
            }
        }
    }

    private int behindPunctuator(int at) {
        int behind = tokens.after(at);
        switch (tokens.text(at)) {
            case "|", "&", "...", "-", "?", "*" -> {
                return at + 1;
            }
            case "<" -> {
                return behindAngles(at, cursor.limit());
            }
            case "(" -> {
                // A function's type in parentheses is no list of parameters.
                boolean isFunction = tokens.is(behind, "=>") && !tokens.is(at + 1, "(");
                return behind == at + 1 ? -1 : isFunction ? behind + 1 : behind;
            }
            case "[", "{", "`" -> {
                return behind > at + 1 ? behind : -1;
            }
            default -> {
                return -1;
            }
        }
    }

    private int behindSuffix(int at) {
        boolean startsLine = tokens.startsLine(at);
        switch (tokens.text(at)) {
            case "<" -> {
                return startsLine ? -1 : behindAngles(at, cursor.limit());
            }
            case "[" -> {
                return startsLine || tokens.after(at) == at + 1 ? -1 : tokens.after(at);
            }
            case "|", "&" -> {
                return at + 1;
            }
            case "is" -> {
                return startsLine ? -1 : at + 1;
            }
            case "." -> {
                return tokens.isIdentifier(at + 1) ? at + 2 : -1;
            }
            default -> {
                return -1;
            }
        }
    }

    /** The token behind the angle bracket that closes the one here, or -1. */
    int behindAngles(int open, int limit) {
        int depth = 0;
        for (int i = open; i < limit; i = tokens.after(i)) {
            switch (tokens.text(i)) {
                case "<" -> depth++;
                case "<<" -> depth += 2;
                case ">" -> depth--;
                case ">>" -> depth -= 2;
                case ">>>" -> depth -= 3;
                case ";", ")", "]", "}" -> {
                    return -1;
                }
                default -> {}
            }
            if (depth <= 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** The token behind the types of a call that begin here, or -1 where this is a comparison. */
    int behindCallTypes() {
        if (!cursor.dialect.isTyped() || !cursor.is("<")) {
            return -1;
        }
        int limit = Math.min(cursor.limit(), cursor.at() + MOST_TOKENS);
        int behind = behindAngles(cursor.at(), limit);
        if (behind < 0) {
            return -1;
        }
        for (int i = cursor.at(); i < behind; i = tokens.after(i)) {
            if (!mayBeInTypes(i)) {
                return -1;
            }
        }
        return mayFollow(behind) ? behind : -1;
    }

    private boolean mayBeInTypes(int token) {
        return switch (tokens.kind(token)) {
            case Tokens.IDENTIFIER, Tokens.STRING, Tokens.NUMBER -> true;
            case Tokens.PUNCTUATOR ->
                switch (tokens.text(token)) {
                    case "<", ">", ">>", ">>>", ".", ",", "|", "&", "(", "[", "{", "`", "=>", "?", ":", "-", "..." ->
                        true;
                    default -> false;
                };
            default -> false;
        };
    }

    private boolean mayFollow(int token) {
        if (token >= cursor.limit() || tokens.startsLine(token)) {
            return true;
        }
        return switch (tokens.text(token)) {
            case "(", "`", ")", "]", "}", ":", ";", ",", ".", "?.", "==", "===", "!=", "!==", "&&", "||", "??", "?" ->
                true;
            default -> false;
        };
    }
}
