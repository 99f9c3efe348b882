/** Lexer and tokens. The lexer accepts any text; what it misreads costs evidence, never a failure. */
package io.github.cookiecharter.scan.javascript.syntax;
