package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.List;

/**
 * A value that a name or property is given.
 *
 * @param value the expression, function, class or import; that of a parameter is its function
 * @param scope the scope of the value
 * @param path the properties that lead from the value to what is bound: those of a pattern; an element has its number
 * @param fallback the default, or nothing
 * @param index the place of a parameter, counted from 0
 */
public record Binding(Kind kind, SyntaxNode value, Scope scope, List<String> path, SyntaxNode fallback, int index) {

    /** How the value comes about. */
    public enum Kind {
        /** It is the value. */
        VALUE,
        /** It is appended to the value that was, once. */
        APPENDED,
        /** It is appended in a loop or in another function, more than once perhaps. */
        REPEATED,
        /** It is each element of the value. */
        ELEMENT,
        /** It is each key of the value. */
        KEY,
        /** It is what a caller passes. */
        PARAMETER,
        /** It is what another module exports. */
        IMPORT,
        /** It is what the function that is the value returns. */
        GETTER,
        /** It cannot be known: a counter, a caught error, the rest of an array. */
        UNKNOWN
    }

    static Binding of(SyntaxNode value, Scope scope) {
        return new Binding(Kind.VALUE, value, scope, List.of(), none(value), 0);
    }

    static Binding of(Kind kind, SyntaxNode value, Scope scope) {
        return new Binding(kind, value, scope, List.of(), none(value), 0);
    }

    private static SyntaxNode none(SyntaxNode value) {
        return new SyntaxNode.Nothing(value.end(), value.end());
    }

    Binding with(Kind other) {
        return new Binding(other, value, scope, path, fallback, index);
    }

    public Binding with(List<String> further) {
        return new Binding(kind, value, scope, further, fallback, index);
    }

    Binding with(SyntaxNode standard) {
        return new Binding(kind, value, scope, path, standard, index);
    }

    public boolean hasFallback() {
        return !(fallback instanceof SyntaxNode.Nothing);
    }

    /** Returns whether the name stands for the value itself, and for nothing else. */
    public boolean isWhole() {
        return kind == Kind.VALUE && path.isEmpty();
    }
}
