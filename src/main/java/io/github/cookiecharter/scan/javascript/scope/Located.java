package io.github.cookiecharter.scan.javascript.scope;

import io.github.cookiecharter.scan.javascript.syntax.SyntaxNode;

/**
 * A node, and where it stands.
 *
 * @param scope the innermost scope around it, in which its names are to be looked up
 */
public record Located(SyntaxNode node, Scope scope) {}
