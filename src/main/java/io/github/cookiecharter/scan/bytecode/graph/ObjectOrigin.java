package io.github.cookiecharter.scan.bytecode.graph;

import io.github.cookiecharter.scan.bytecode.index.ParameterInstruction;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * The instruction from which an object comes, in the outermost method that is known. Two operands of one origin are the
 * same object whenever the code runs, although the analysis may not know which.
 *
 * @param definition the instruction, or the method and the index of its parameter
 */
public record ObjectOrigin(Object definition, CallContext context) {

    private static final int MAX_FRAMES = 20;

    private record Parameter(String method, int index) {}

    /** Returns the origin of an operand; empty if there may be several. */
    public static Optional<ObjectOrigin> of(Operand operand) {
        Operand outer = outermost(operand);
        if (!(outer instanceof Operand.Stacked stacked)) {
            return Optional.empty();
        }
        Set<AbstractInsnNode> definitions = stacked.flow().reachingDefinitions(stacked.at(), stacked.fromTop());
        if (definitions.size() != 1) {
            return Optional.empty();
        }
        AbstractInsnNode definition = definitions.iterator().next();
        return Optional.of(new ObjectOrigin(
                definition instanceof ParameterInstruction parameter
                        ? new Parameter(stacked.flow().key(), parameter.index())
                        : definition,
                stacked.context()));
    }

    /** Follows an operand that is a parameter to the argument in the calling method, as far as the context is known. */
    public static Operand outermost(Operand operand) {
        Operand current = operand;
        for (int i = 0; i < MAX_FRAMES && current instanceof Operand.Stacked stacked; i++) {
            Set<AbstractInsnNode> definitions = stacked.flow().reachingDefinitions(stacked.at(), stacked.fromTop());
            if (stacked.context().isTop()
                    || definitions.size() != 1
                    || !(definitions.iterator().next() instanceof ParameterInstruction parameter)) {
                return current;
            }
            current = stacked.context().argument(parameter.index());
        }
        return current;
    }
}
