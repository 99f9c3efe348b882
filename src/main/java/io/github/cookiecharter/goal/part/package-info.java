/**
 * The parts that a declaration includes, on disk. In: what stands under {@code include}. Out: the files, and what of them
 * determines the result of a goal. Start at {@link io.github.cookiecharter.goal.part.PartFiles}.
 */
package io.github.cookiecharter.goal.part;
