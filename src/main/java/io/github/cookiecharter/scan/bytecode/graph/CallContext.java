package io.github.cookiecharter.scan.bytecode.graph;

import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import java.util.List;
import java.util.Optional;

/**
 * The calling context of a method: its arguments, and the context of its caller. In the outermost context the caller is
 * unknown, so a parameter has the values that all callers pass.
 */
public final class CallContext {

    public static final CallContext TOP = new CallContext("", List.of(), Optional.empty(), 0);

    private static final int MAX_DEPTH = 14;

    private final String method;
    private final List<Operand> arguments;
    private final Optional<CallContext> outer;
    private final int depth;

    private CallContext(String method, List<Operand> arguments, Optional<CallContext> outer, int depth) {
        this.method = method;
        this.arguments = arguments;
        this.outer = outer;
        this.depth = depth;
    }

    /**
     * Returns the context of a method that is called in this one; empty if it is recursive or more than 14 calls deep.
     */
    public Optional<CallContext> push(MethodDataFlow target, List<Operand> arguments) {
        String key = target.key();
        if (depth == MAX_DEPTH) {
            return Optional.empty();
        }
        for (Optional<CallContext> current = Optional.of(this); current.isPresent(); current = current.get().outer) {
            if (current.get().method.equals(key)) {
                return Optional.empty();
            }
        }
        return Optional.of(new CallContext(key, arguments, Optional.of(this), depth + 1));
    }

    /** Returns whether the caller is unknown. */
    public boolean isTop() {
        return depth == 0;
    }

    /** Returns the argument for a parameter, by its index from 0, the receiver first. */
    public Operand argument(int index) {
        return index < arguments.size() ? arguments.get(index) : new Operand.Unknown();
    }
}
