package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallChain;
import java.util.List;
import java.util.Set;

/**
 * A possible value of an operand.
 *
 * @param callChain the calls that pass it to the operand
 */
public record ResolvedValue(AbstractValue value, CallChain callChain) {

    public static final List<ResolvedValue> UNKNOWN =
            List.of(new ResolvedValue(AbstractValue.Special.UNKNOWN, CallChain.EMPTY));

    private static final int MAX_ALTERNATIVES = 400;

    /** Returns the alternatives, or {@link #UNKNOWN} where there are more than 400: so many have no meaning. */
    static List<ResolvedValue> widen(Set<ResolvedValue> alternatives) {
        return alternatives.size() > MAX_ALTERNATIVES ? UNKNOWN : List.copyOf(alternatives);
    }

    static List<ResolvedValue> single(AbstractValue value) {
        return List.of(new ResolvedValue(value, CallChain.EMPTY));
    }

    static List<ResolvedValue> text(String text) {
        return single(new AbstractValue.Text(text));
    }

    static List<ResolvedValue> number(long number) {
        return single(new AbstractValue.IntConstant(number));
    }
}
