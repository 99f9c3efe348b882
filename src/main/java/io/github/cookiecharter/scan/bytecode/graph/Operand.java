package io.github.cookiecharter.scan.bytecode.graph;

import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import java.util.List;
import org.objectweb.asm.tree.AbstractInsnNode;

/** The location of a value that an analysis resolves. */
public sealed interface Operand {

    /**
     * A value on the operand stack.
     *
     * @param flow the method
     * @param at the instruction that finds it on the stack
     * @param fromTop the distance from the top of the stack, 0 for the top
     * @param context the calling context of the method
     */
    record Stacked(MethodDataFlow flow, AbstractInsnNode at, int fromTop, CallContext context) implements Operand {}

    /** Any element of a collection or an array. */
    record ElementOf(Operand collection) implements Operand {}

    /** The element of an array at an index. */
    record ElementAt(Operand array, int index) implements Operand {}

    /** Any key of a map. */
    record KeyOf(Operand map) implements Operand {}

    /** Any value of a map. */
    record ValueOf(Operand map) implements Operand {}

    /**
     * The value of a map under a key; null where the map has none.
     *
     * @param key in lower case and without hyphens, as keys are compared
     */
    record ValueUnder(Operand map, String key) implements Operand {}

    /** What a function returns for these arguments. */
    record ResultOf(Operand function, List<Operand> arguments) implements Operand {}

    /** An operand of unknown origin. */
    record Unknown() implements Operand {}
}
