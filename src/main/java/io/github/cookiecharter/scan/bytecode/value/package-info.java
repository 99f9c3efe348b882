/**
 * Interprocedural constant propagation: which abstract values an operand may have. Summaries describe methods of the JDK.
 * Start at {@link io.github.cookiecharter.scan.bytecode.value.ConstantPropagation}.
 */
package io.github.cookiecharter.scan.bytecode.value;
