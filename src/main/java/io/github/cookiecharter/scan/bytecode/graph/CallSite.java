package io.github.cookiecharter.scan.bytecode.graph;

import io.github.cookiecharter.scan.bytecode.index.MethodDataFlow;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * A place that calls a method.
 *
 * @param flow the calling method
 * @param insn the call, or the instruction that creates the method reference
 * @param arguments the arguments, the receiver first
 */
public record CallSite(MethodDataFlow flow, AbstractInsnNode insn, List<Operand> arguments) {

    /** Returns the call site of a direct call. */
    public static CallSite of(MethodDataFlow flow, MethodInsnNode call, CallContext context) {
        int declared = Type.getArgumentTypes(call.desc).length;
        int all = call.getOpcode() == Opcodes.INVOKESTATIC ? declared : declared + 1;
        return new CallSite(flow, call, stackOperands(flow, call, all, context));
    }

    /** Returns the operands that an instruction pops off the stack, the lowest first. */
    public static List<Operand> stackOperands(
            MethodDataFlow flow, AbstractInsnNode insn, int count, CallContext context) {
        List<Operand> operands = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            operands.add(new Operand.Stacked(flow, insn, count - 1 - i, context));
        }
        return operands;
    }

    /** Returns the operands that a lambda or a method reference captures. */
    public static List<Operand> capturedOperands(MethodDataFlow flow, InvokeDynamicInsnNode insn, CallContext context) {
        return stackOperands(flow, insn, Type.getArgumentTypes(insn.desc).length, context);
    }

    public Operand argument(int index) {
        return index < arguments.size() ? arguments.get(index) : new Operand.Unknown();
    }
}
