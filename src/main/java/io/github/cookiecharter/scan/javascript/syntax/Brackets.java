package io.github.cookiecharter.scan.javascript.syntax;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * The brackets that are open at a place of the source, by their tokens, and how many of each form: a bracket that closes
 * nothing is found without a search. Elements of JSX are brackets too; what is inside of one closes nothing outside of it.
 */
final class Brackets {

    private static final int FORMS = 6;
    private static final int BRACE = 2;
    private static final int TEMPLATE_EXPRESSION = 3;
    static final int TEMPLATE = 4;
    private static final int ELEMENT = 5;

    private final Tokens tokens;
    private final Deque<int[]> outside = new ArrayDeque<>();
    private int[] open = new int[64];
    private int depth;
    private int[] ofForm = new int[FORMS];

    Brackets(Tokens tokens) {
        this.tokens = tokens;
    }

    void clear() {
        depth = 0;
        outside.clear();
        Arrays.fill(ofForm, 0);
    }

    int depth() {
        return depth;
    }

    /** Forgets the brackets that were opened since there were so many. */
    void shrink(int formerDepth) {
        while (depth > formerDepth) {
            int form = form(open[--depth]);
            if (form == ELEMENT) {
                ofForm = outside.pop();
            } else {
                ofForm[form]--;
            }
        }
    }

    void open(int from, int to) {
        int token = tokens.size();
        tokens.add(Tokens.PUNCTUATOR, from, to);
        push(token);
        ofForm[form(token)]++;
    }

    /** Opens an element of JSX with its angle bracket. */
    void openElement(int from) {
        int token = tokens.size();
        tokens.add(Tokens.PUNCTUATOR, from, from + 1);
        push(token);
        outside.push(ofForm);
        ofForm = new int[FORMS];
    }

    private void push(int token) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = token;
    }

    /** Returns whether the innermost bracket is an element of JSX. */
    boolean isInElement() {
        return depth > 0 && form(open[depth - 1]) == ELEMENT;
    }

    /** Closes the innermost bracket, which is an element of JSX, with the last token. */
    void closeElement() {
        tokens.pair(open[--depth], tokens.size() - 1);
        ofForm = outside.pop();
    }

    /** Closes the innermost open bracket of the form, and with it what is still open inside. Whether it was that of a template's expression. */
    boolean close(int from, int to, int form) {
        int token = tokens.size();
        tokens.add(Tokens.PUNCTUATOR, from, to);
        boolean known = ofForm[form] > 0 || (form == BRACE && ofForm[TEMPLATE_EXPRESSION] > 0);
        while (known && depth > 0) {
            int opening = open[--depth];
            int openForm = form(opening);
            ofForm[openForm]--;
            if (openForm == form || (form == BRACE && openForm == TEMPLATE_EXPRESSION)) {
                tokens.pair(opening, token);
                return openForm == TEMPLATE_EXPRESSION;
            }
        }
        return false;
    }

    private int form(int token) {
        return switch (tokens.text(token)) {
            case "(" -> 0;
            case "[" -> 1;
            case "{" -> BRACE;
            case "${" -> TEMPLATE_EXPRESSION;
            case "<" -> ELEMENT;
            default -> TEMPLATE;
        };
    }
}
