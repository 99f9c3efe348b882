package io.github.cookiecharter.scan.javascript.syntax;

import io.github.cookiecharter.scan.cookie.AbstractString;
import java.util.Arrays;

/** Splits elements of JSX into tokens: tags, attributes, and text, in which quotes mean nothing. */
final class JsxLexer {

    /** An element that does not end was none, and its text is read again: this many times. */
    private static final int MOST_MISTAKES = 10;

    private enum State {
        TAG,
        CHILDREN,
        CLOSING_TAG
    }

    private final String source;
    private final Tokens tokens;
    private final Brackets brackets;
    private State[] states = new State[16];
    private int depth;
    private int rootAt;
    private int rootToken;
    private int rootBrackets;
    private int mistakes;

    JsxLexer(Tokens tokens, Brackets brackets) {
        this.source = tokens.source();
        this.tokens = tokens;
        this.brackets = brackets;
    }

    /** Returns whether the angle bracket, which stands where an operand is expected, begins an element. */
    boolean isElement(int at, int end) {
        if (mistakes >= MOST_MISTAKES || at + 1 >= end) {
            return false;
        }
        int i = at + 1;
        if (source.charAt(i) == '>') {
            return true;
        }
        if (!isNamePart(source.charAt(i)) || Character.isDigit(source.charAt(i))) {
            return false;
        }
        while (i < end && isNamePart(source.charAt(i))) {
            i++;
        }
        // <T,>(a) => b and <T extends B>(a) => b are functions with types.
        return i < end && source.charAt(i) != ',' && source.charAt(i) != '=' && !source.startsWith(" extends ", i);
    }

    /** Opens the element that begins here; returns where to go on. */
    int open(int at) {
        if (depth == 0) {
            rootAt = at;
            rootToken = tokens.size();
            rootBrackets = brackets.depth();
        }
        if (depth == states.length) {
            states = Arrays.copyOf(states, depth * 2);
        }
        states[depth++] = State.TAG;
        brackets.openElement(at);
        return at + 1;
    }

    /** Reads one token of the innermost element; returns where to go on. */
    int next(int at, int end) {
        return states[depth - 1] == State.CHILDREN ? child(at, end) : inTag(at, end);
    }

    private int child(int from, int end) {
        int at = from;
        while (at < end && source.charAt(at) != '{' && !isTag(at, end)) {
            at++;
        }
        if (at > from) {
            tokens.add(Tokens.CHUNK, from, at);
            return at;
        }
        if (source.charAt(at) == '{') {
            brackets.open(at, at + 1);
            return at + 1;
        }
        if (at + 1 < end && source.charAt(at + 1) == '/') {
            states[depth - 1] = State.CLOSING_TAG;
            tokens.add(Tokens.PUNCTUATOR, at, at + 1);
            tokens.add(Tokens.PUNCTUATOR, at + 1, at + 2);
            return at + 2;
        }
        return open(at);
    }

    private boolean isTag(int at, int end) {
        if (source.charAt(at) != '<' || at + 1 >= end) {
            return false;
        }
        char next = source.charAt(at + 1);
        return next == '/' || next == '>' || isNamePart(next);
    }

    private int inTag(int from, int end) {
        int at = from;
        char c = source.charAt(at);
        if (c <= ' ' || c == AbstractString.MASKED) {
            return at + 1;
        }
        if (isNamePart(c)) {
            while (at < end
                    && (isNamePart(source.charAt(at)) || source.charAt(at) == '-' || source.charAt(at) == ':')) {
                at++;
            }
            tokens.add(Tokens.IDENTIFIER, from, at);
            return at;
        }
        switch (c) {
            case '"', '\'' -> {
                return text(at, end);
            }
            case '{' -> {
                brackets.open(at, at + 1);
                return at + 1;
            }
            case '>' -> {
                return endOfTag(at);
            }
            case '/' -> {
                return slash(at, end);
            }
            case '<' -> {
                if (tokens.is(tokens.size() - 1, "=")) {
                    return open(at);
                }
            }
            default -> {}
        }
        tokens.add(Tokens.PUNCTUATOR, at, at + 1);
        return at + 1;
    }

    private int endOfTag(int at) {
        int last = tokens.size() - 1;
        boolean isEmpty = states[depth - 1] == State.TAG && tokens.is(last, "/");
        tokens.add(Tokens.PUNCTUATOR, at, at + 1);
        if (isEmpty || states[depth - 1] == State.CLOSING_TAG) {
            depth--;
            brackets.closeElement();
        } else if (!isInTypes(last)) {
            states[depth - 1] = State.CHILDREN;
        }
        return at + 1;
    }

    /** Returns whether a type of a component is open: {@code <List<string> items={…}>}. */
    private boolean isInTypes(int last) {
        int open = 0;
        for (int i = last; i > last - 20 && i > rootToken; i--) {
            if (tokens.is(i, "<") && tokens.partner(i) < 0 && tokens.isIdentifier(i - 1)) {
                open++;
            } else if (tokens.is(i, ">")) {
                open--;
            }
        }
        return open > 0;
    }

    private int slash(int at, int end) {
        if (source.startsWith("//", at)) {
            int line = source.indexOf('\n', at);
            return line < 0 || line > end ? end : line;
        }
        if (source.startsWith("/*", at)) {
            int close = source.indexOf("*/", at + 2);
            return close < 0 || close + 2 > end ? end : close + 2;
        }
        tokens.add(Tokens.PUNCTUATOR, at, at + 1);
        return at + 1;
    }

    /** A quoted attribute: it may have more than one line, and has no escapes. */
    private int text(int at, int end) {
        int close = source.indexOf(source.charAt(at), at + 1);
        int stop = close < 0 || close >= end ? end : close + 1;
        tokens.add(Tokens.STRING, at, stop);
        return stop;
    }

    /** Returns whether an element is open at the end. */
    boolean isOpen() {
        return depth > 0;
    }

    /** Takes the outermost element for an operator, and forgets what was read of it; returns where to go on. */
    int revert() {
        mistakes++;
        depth = 0;
        brackets.shrink(rootBrackets);
        tokens.shrink(rootToken);
        tokens.add(Tokens.PUNCTUATOR, rootAt, rootAt + 1);
        return rootAt + 1;
    }

    private static boolean isNamePart(char c) {
        return Character.isUnicodeIdentifierPart(c) || c == '$' || c == '_';
    }
}
