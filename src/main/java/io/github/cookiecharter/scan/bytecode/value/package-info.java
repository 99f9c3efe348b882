/**
 * Interprocedural constant propagation: resolves the abstract values that an operand may have. Summaries and models
 * describe methods of the JDK and of common libraries.
 * Start at {@link io.github.cookiecharter.scan.bytecode.value.ConstantPropagation}.
 */
package io.github.cookiecharter.scan.bytecode.value;
