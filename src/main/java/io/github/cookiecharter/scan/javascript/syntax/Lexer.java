package io.github.cookiecharter.scan.javascript.syntax;

import io.github.cookiecharter.scan.cookie.AbstractString;
import java.util.Set;

/**
 * Splits JavaScript, TypeScript and JSX into tokens. It uses no grammar, so no syntax makes it fail; what it reads wrongly
 * ends with the line. Time and memory grow in step with the text.
 */
public final class Lexer {

    /** Words behind which a slash begins a regular expression. */
    private static final Set<String> BEFORE_OPERAND = Set.of(
            "return",
            "typeof",
            "instanceof",
            "in",
            "of",
            "new",
            "delete",
            "void",
            "throw",
            "case",
            "do",
            "else",
            "await",
            "yield",
            "default");

    private static final Set<String> BEFORE_STATEMENT = Set.of("if", "while", "for", "with");

    /** Punctuators of more than one character, the longest first. */
    private static final String[] LONG = {
        ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=",
        "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**"
    };

    /** A slash that closes nowhere near is none: else each of them would look through the whole line. */
    private static final int LONGEST_REGEX = 40_000;

    private static final int MOST_FAILED = 2_000_000;

    private final String source;
    private final Tokens tokens;
    private int failed;
    private int at;
    private int end;

    private final Brackets brackets;
    private final JsxLexer elements;
    private final boolean hasJsx;

    public Lexer(Tokens tokens, Dialect dialect) {
        this.source = tokens.source();
        this.tokens = tokens;
        this.brackets = new Brackets(tokens);
        this.elements = new JsxLexer(tokens, brackets);
        this.hasJsx = dialect.hasJsx();
    }

    /** Reads one script that stands in the source between two offsets. */
    public void read(int from, int to) {
        at = from;
        end = to;
        if (source.startsWith("#!", at)) {
            skipLine();
        }
        while (at < end || elements.isOpen()) {
            if (at >= end) {
                at = elements.revert();
            } else if (brackets.isInElement()) {
                at = elements.next(at, end);
            } else {
                next();
            }
        }
        brackets.clear();
        tokens.addEnd(end);
    }

    private void next() {
        char c = source.charAt(at);
        if (isSpace(c)) {
            at++;
        } else if (isIdentifierStart(c) || c == '\\' || (c == '#' && isIdentifierStart(peek(1)))) {
            identifier();
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (c == '"' || c == '\'') {
            string(c);
        } else if (c == '`') {
            brackets.open(at, at + 1);
            at++;
            template();
        } else if (c == '/' && peek(1) == '/') {
            skipLine();
        } else if (c == '/' && peek(1) == '*') {
            int close = source.indexOf("*/", at + 2);
            at = close < 0 || close + 2 > end ? end : close + 2;
        } else if (c == '<' && source.startsWith("<!--", at)) {
            skipLine();
        } else if (c == '-' && source.startsWith("-->", at) && tokensStartLine()) {
            skipLine();
        } else if (c == '/' && regexMayFollow() && regex()) {
            return;
        } else if (c == '<' && hasJsx && operandMayFollow() && elements.isElement(at, end)) {
            at = elements.open(at);
        } else {
            punctuator(c);
        }
    }

    /** Returns whether an angle bracket is no operator here. Behind a block it may be one. */
    private boolean operandMayFollow() {
        return regexMayFollow() && !tokens.is(tokens.size() - 1, "}");
    }

    private void identifier() {
        int start = at;
        boolean escaped = false;
        if (source.charAt(at) == '#') {
            at++;
        }
        while (at < end) {
            char c = source.charAt(at);
            if (c == '\\') {
                escaped = true;
                at++;
                if (at < end && source.charAt(at) == 'u') {
                    at++;
                    if (peek(0) == '{') {
                        int close = source.substring(at, Math.min(end, at + 9)).indexOf('}');
                        at += close > 0 ? close + 1 : 1;
                    }
                }
            } else if (isIdentifierStart(c) || isDigit(c) || c == '\u200c' || c == '\u200d') {
                at++;
            } else {
                break;
            }
        }
        at = Math.min(at, end);
        if (escaped) {
            tokens.addWord(StringEscapes.decode(source, start, at), start, at);
        } else {
            tokens.add(Tokens.IDENTIFIER, start, at);
        }
    }

    private void number() {
        int start = at;
        while (at < end) {
            char c = source.charAt(at);
            boolean sign = (c == '+' || c == '-')
                    && (source.charAt(at - 1) == 'e' || source.charAt(at - 1) == 'E')
                    && at > start
                    && !source.startsWith("0x", start);
            if (isDigit(c) || c == '.' || isIdentifierStart(c) || sign) {
                at++;
            } else {
                break;
            }
        }
        tokens.add(Tokens.NUMBER, start, at);
    }

    private void string(char quote) {
        int start = at++;
        while (at < end) {
            char c = source.charAt(at);
            if (c == '\\') {
                at += source.startsWith("\r\n", at + 1) ? 3 : 2;
            } else if (c == '\n' || c == '\r') {
                break;
            } else {
                at++;
                if (c == quote) {
                    break;
                }
            }
        }
        at = Math.min(at, end);
        tokens.add(Tokens.STRING, start, at);
    }

    /** Reads on behind the opening quote of a template literal, or behind an expression in it. */
    private void template() {
        int start = at;
        while (at < end) {
            char c = source.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c == '`') {
                chunk(start);
                at++;
                brackets.close(at - 1, at, Brackets.TEMPLATE);
                return;
            } else if (c == '$' && peek(1) == '{') {
                chunk(start);
                brackets.open(at, at + 2);
                at += 2;
                return;
            } else {
                at++;
            }
        }
        at = end;
        chunk(start);
    }

    private void chunk(int start) {
        if (at > start) {
            tokens.add(Tokens.CHUNK, start, at);
        }
    }

    private boolean regex() {
        boolean inClass = false;
        int limit = Math.min(end, at + (failed < MOST_FAILED ? LONGEST_REGEX : LONGEST_REGEX / 200));
        for (int i = at + 1; i < limit; i++) {
            char c = source.charAt(i);
            if (c == '\n' || c == '\r') {
                return false;
            } else if (c == '\\') {
                i++;
            } else if (c == '[') {
                inClass = true;
            } else if (c == ']') {
                inClass = false;
            } else if (c == '/' && !inClass) {
                int stop = i + 1;
                while (stop < end && isIdentifierStart(source.charAt(stop))) {
                    stop++;
                }
                tokens.add(Tokens.REGEX, at, stop);
                at = stop;
                return true;
            }
        }
        failed += limit - at;
        return false;
    }

    private boolean regexMayFollow() {
        int last = tokens.size() - 1;
        return switch (tokens.kind(last)) {
            case Tokens.IDENTIFIER -> BEFORE_OPERAND.contains(tokens.text(last)) && !tokens.is(last - 1, ".");
            case Tokens.NUMBER, Tokens.STRING, Tokens.REGEX, Tokens.CHUNK -> false;
            case Tokens.PUNCTUATOR -> regexMayFollowPunctuator(last);
            default -> true;
        };
    }

    private boolean regexMayFollowPunctuator(int last) {
        int opening = tokens.opening(last);
        return switch (tokens.text(last)) {
            case ")" -> BEFORE_STATEMENT.contains(tokens.text(opening - 1)) && !tokens.is(opening - 2, ".");
            case "]", "`", "++", "--" -> false;
            // Behind a block a statement begins, behind an object literal a division.
            case "}" ->
                opening == last
                        || tokens.is(opening - 1, ")")
                        || tokens.is(opening - 1, ";")
                        || tokens.is(opening - 1, "}")
                        || tokens.is(opening - 1, "{")
                        || tokens.is(opening - 1, "else")
                        || tokens.is(opening - 1, "=>");
            // In JSX "</b>" and "/>" are no regular expressions.
            case "<" -> false;
            default -> true;
        };
    }

    private void punctuator(char c) {
        switch (c) {
            case '(', '[', '{' -> {
                brackets.open(at, at + 1);
                at++;
            }
            case ')', ']', '}' -> {
                at++;
                boolean endsExpression = brackets.close(at - 1, at, c == ')' ? 0 : c == ']' ? 1 : 2);
                if (endsExpression) {
                    template();
                }
            }
            default -> {
                int length = lengthAt();
                tokens.add(Tokens.PUNCTUATOR, at, at + length);
                at += length;
            }
        }
    }

    private int lengthAt() {
        if (!isOperatorPart(peek(1))) {
            return Character.isHighSurrogate(source.charAt(at)) && at + 1 < end ? 2 : 1;
        }
        for (String candidate : LONG) {
            if (source.startsWith(candidate, at) && at + candidate.length() <= end) {
                // "a?.5:b" is a choice.
                return candidate.equals("?.") && isDigit(peek(2)) ? 1 : candidate.length();
            }
        }
        return Character.isHighSurrogate(source.charAt(at)) && at + 1 < end ? 2 : 1;
    }

    /** Returns whether a punctuator of more than one character may go on with a character. */
    private static boolean isOperatorPart(char c) {
        return switch (c) {
            case '=', '>', '<', '&', '|', '?', '.', '+', '-', '*' -> true;
            default -> false;
        };
    }

    private boolean tokensStartLine() {
        for (int i = at - 1; i >= 0; i--) {
            char c = source.charAt(i);
            if (c == '\n' || c == '\r') {
                return true;
            } else if (!isSpace(c)) {
                return false;
            }
        }
        return true;
    }

    private void skipLine() {
        while (at < end && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
            at++;
        }
    }

    private char peek(int ahead) {
        return at + ahead < end ? source.charAt(at + ahead) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return c <= ' '
                || c == '\u00a0'
                || c == '\ufeff'
                || c == AbstractString.MASKED
                || (c > '\u007f' && (Character.isWhitespace(c) || Character.isSpaceChar(c)));
    }

    private static boolean isIdentifierStart(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || c == '$'
                || c == AbstractString.UNKNOWN
                || (c > '\u007f' && (Character.isUnicodeIdentifierPart(c) || Character.isSurrogate(c)));
    }
}
