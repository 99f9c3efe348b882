package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;

/**
 * A property that some object is given.
 *
 * @param owner the name of the object or class, as far as it has one
 */
public record PropertyWrite(String owner, SyntaxNode value, Scope scope) {}
