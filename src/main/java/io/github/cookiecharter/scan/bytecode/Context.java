package io.github.cookiecharter.scan.bytecode;

import java.util.List;
import java.util.Optional;

/** What a method is called with. The outermost context knows nothing: there the parameters are what all callers pass. */
final class Context {

    static final Context TOP = new Context("", List.of(), Optional.empty(), 0);

    private static final int DEEPEST = 14;

    private final String method;
    private final List<Operand> arguments;
    private final Optional<Context> outer;
    private final int depth;

    private Context(String method, List<Operand> arguments, Optional<Context> outer, int depth) {
        this.method = method;
        this.arguments = arguments;
        this.outer = outer;
        this.depth = depth;
    }

    /** The context in which a method runs that is called from this one; empty where that leads in a circle. */
    Optional<Context> enter(Flow target, List<Operand> with) {
        String key = target.key();
        if (depth == DEEPEST) {
            return Optional.empty();
        }
        for (Optional<Context> at = Optional.of(this); at.isPresent(); at = at.get().outer) {
            if (at.get().method.equals(key)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Context(key, with, Optional.of(this), depth + 1));
    }

    boolean isTop() {
        return depth == 0;
    }

    /** What a parameter is, counted from 0, the receiver first. */
    Operand argument(int index) {
        return index < arguments.size() ? arguments.get(index) : new Operand.Nowhere();
    }
}
