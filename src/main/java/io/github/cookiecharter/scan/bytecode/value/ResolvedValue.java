package io.github.cookiecharter.scan.bytecode.value;

import io.github.cookiecharter.scan.bytecode.graph.CallChain;
import java.util.List;

/**
 * A value that an operand may have.
 *
 * @param trail the calls through which it came in
 */
public record ResolvedValue(AbstractValue value, CallChain trail) {

    public static final List<ResolvedValue> UNKNOWN =
            List.of(new ResolvedValue(AbstractValue.Nothing.UNKNOWN, CallChain.NONE));

    static List<ResolvedValue> only(AbstractValue value) {
        return List.of(new ResolvedValue(value, CallChain.NONE));
    }

    static List<ResolvedValue> text(String text) {
        return only(new AbstractValue.Text(text));
    }

    static List<ResolvedValue> number(long number) {
        return only(new AbstractValue.Whole(number));
    }
}
