package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.Operand;
import java.util.List;

/** Resolves operands to values within the budget of the current question: what the models and summaries build on. */
interface ValueResolver {

    /**
     * Returns the values that an operand may have.
     *
     * @return {@link ResolvedValue#UNKNOWN} where nothing is known; empty where a cycle ends the search
     */
    List<ResolvedValue> resolve(Operand operand);
}
