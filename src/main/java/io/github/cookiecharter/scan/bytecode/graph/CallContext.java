package io.github.cookiecharter.scan.bytecode.graph;

import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import java.util.List;
import java.util.Optional;

/** What a method is called with. The outermost context knows nothing: there the parameters are what all callers pass. */
public final class CallContext {

    public static final CallContext TOP = new CallContext("", List.of(), Optional.empty(), 0);

    private static final int DEEPEST = 14;

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

    /** The context in which a method runs that is called from this one; empty where that leads in a circle. */
    public Optional<CallContext> enter(MethodDataFlow target, List<Operand> with) {
        String key = target.key();
        if (depth == DEEPEST) {
            return Optional.empty();
        }
        for (Optional<CallContext> at = Optional.of(this); at.isPresent(); at = at.get().outer) {
            if (at.get().method.equals(key)) {
                return Optional.empty();
            }
        }
        return Optional.of(new CallContext(key, with, Optional.of(this), depth + 1));
    }

    public boolean isTop() {
        return depth == 0;
    }

    /** What a parameter is, counted from 0, the receiver first. */
    public Operand argument(int index) {
        return index < arguments.size() ? arguments.get(index) : new Operand.Nowhere();
    }
}
