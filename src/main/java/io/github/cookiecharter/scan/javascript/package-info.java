/**
 * The analysis of scripts in JavaScript, TypeScript and JSX. {@link io.github.cookiecharter.scan.javascript.ScriptScanner}
 * runs its phases: {@code syntax} splits text into tokens, {@code scope} builds the symbol table, {@code value} folds
 * constants, {@code sink} finds what is set and deleted.
 */
package io.github.cookiecharter.scan.javascript;
