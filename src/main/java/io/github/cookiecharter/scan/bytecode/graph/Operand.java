package io.github.cookiecharter.scan.bytecode.graph;

import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import org.objectweb.asm.tree.AbstractInsnNode;

/** Where a value is to be looked for. */
public sealed interface Operand {

    /**
     * A value on the stack.
     *
     * @param at the instruction before which it lies there
     * @param fromTop 0 for the top
     * @param context what the method's parameters are
     */
    record Stacked(MethodDataFlow flow, AbstractInsnNode at, int fromTop, CallContext context) implements Operand {}

    /** Any element of a collection or an array. */
    record ElementOf(Operand collection) implements Operand {}

    /** Nobody knows where. */
    record Nowhere() implements Operand {}
}
