package io.github.cookiecharter.scan.javascript.sink;

import io.github.cookiecharter.scan.javascript.scope.Located;
import io.github.cookiecharter.scan.javascript.scope.Scope;
import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;
import java.util.List;

/**
 * A call, with what is called as far as it is known: a variable that holds a method is that method, and {@code call} and
 * {@code apply} call what they are called on.
 *
 * @param method the name of the function or method; that of the module that it is imported from, if it is
 * @param receiver what the method is called on; nothing where a function is called by its name alone
 * @param scope the scope of the receiver
 * @param callee what is called, at its origin
 * @param arguments the arguments, in the scope of the call
 */
record ResolvedCall(
        SyntaxNode.Call call,
        Scope at,
        String method,
        SyntaxNode receiver,
        Scope scope,
        Located callee,
        List<SyntaxNode> arguments) {

    boolean isBare() {
        return receiver instanceof SyntaxNode.Nothing;
    }

    boolean isNew() {
        return call.isNew();
    }
}
