package io.github.cookiecharter.scan.bytecode.index;

import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** Maps each instruction to the value that it produces; copies, variables and casts pass their value on. */
final class FlowInterpreter extends Interpreter<FlowValue> {

    /** What a variable holds that is not assigned, and the second half of a long value. */
    static final FlowValue NONE = FlowValue.Definition.none();

    /** A caught exception. */
    static final FlowValue CAUGHT = FlowValue.Definition.none();

    FlowInterpreter() {
        super(Opcodes.ASM9);
    }

    @Override
    @SuppressWarnings("NullAway") // ASM expects null for void.
    public FlowValue newValue(Type type) {
        return Type.VOID_TYPE.equals(type) ? null : NONE;
    }

    @Override
    public FlowValue newOperation(AbstractInsnNode insn) {
        int size = switch (insn.getOpcode()) {
            case Opcodes.LCONST_0, Opcodes.LCONST_1, Opcodes.DCONST_0, Opcodes.DCONST_1 -> 2;
            case Opcodes.LDC -> sizeOf(((LdcInsnNode) insn).cst);
            case Opcodes.GETSTATIC -> Type.getType(((FieldInsnNode) insn).desc).getSize();
            default -> 1;
        };
        return FlowValue.Definition.of(insn, size);
    }

    private static int sizeOf(Object constant) {
        return constant instanceof Long || constant instanceof Double ? 2 : 1;
    }

    @Override
    public FlowValue copyOperation(AbstractInsnNode insn, FlowValue value) {
        return value;
    }

    @Override
    public FlowValue unaryOperation(AbstractInsnNode insn, FlowValue value) {
        int size = switch (insn.getOpcode()) {
            case Opcodes.LNEG,
                    Opcodes.DNEG,
                    Opcodes.I2L,
                    Opcodes.I2D,
                    Opcodes.L2D,
                    Opcodes.F2L,
                    Opcodes.F2D,
                    Opcodes.D2L -> 2;
            case Opcodes.GETFIELD -> Type.getType(((FieldInsnNode) insn).desc).getSize();
            default -> 1;
        };
        return insn.getOpcode() == Opcodes.CHECKCAST ? value : FlowValue.Definition.of(insn, size);
    }

    @Override
    public FlowValue binaryOperation(AbstractInsnNode insn, FlowValue value1, FlowValue value2) {
        int size = switch (insn.getOpcode()) {
            case Opcodes.LALOAD,
                    Opcodes.DALOAD,
                    Opcodes.LADD,
                    Opcodes.DADD,
                    Opcodes.LSUB,
                    Opcodes.DSUB,
                    Opcodes.LMUL,
                    Opcodes.DMUL,
                    Opcodes.LDIV,
                    Opcodes.DDIV,
                    Opcodes.LREM,
                    Opcodes.DREM,
                    Opcodes.LSHL,
                    Opcodes.LSHR,
                    Opcodes.LUSHR,
                    Opcodes.LAND,
                    Opcodes.LOR,
                    Opcodes.LXOR -> 2;
            default -> 1;
        };
        return FlowValue.Definition.of(insn, size);
    }

    @Override
    public FlowValue ternaryOperation(AbstractInsnNode insn, FlowValue value1, FlowValue value2, FlowValue value3) {
        return FlowValue.Definition.of(insn, 1);
    }

    @Override
    public FlowValue naryOperation(AbstractInsnNode insn, List<? extends FlowValue> values) {
        int size = 1;
        if (insn instanceof MethodInsnNode call) {
            size = Type.getReturnType(call.desc).getSize();
        } else if (insn instanceof InvokeDynamicInsnNode dynamic) {
            size = Type.getReturnType(dynamic.desc).getSize();
        }
        return FlowValue.Definition.of(insn, size);
    }

    @Override
    public void returnOperation(AbstractInsnNode insn, FlowValue value, FlowValue expected) {
        // Nothing is produced.
    }

    @Override
    public FlowValue merge(FlowValue value1, FlowValue value2) {
        throw new UnsupportedOperationException("the analysis inserts phi values itself");
    }
}
