/**
 * The declaration as written. In: the positioned YAML tree of {@code cookies.yaml} and of the translation files. Out: the
 * records of {@link io.github.cookiecharter.declaration.Declaration}, or all diagnostics with line, column and remedy.
 *
 * <p>Start at {@link io.github.cookiecharter.declaration.DeclarationReader}. The binders turn nodes into records;
 * {@link io.github.cookiecharter.declaration.ValueFormat} validates single values. This package performs no I/O.
 */
package io.github.cookiecharter.declaration;
