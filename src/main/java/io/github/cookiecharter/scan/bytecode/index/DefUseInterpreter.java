package io.github.cookiecharter.scan.bytecode.index;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * Computes reaching definitions: maps each value to the instructions that produce it, through copies, variables and
 * casts.
 */
final class DefUseInterpreter extends SourceInterpreter {

    private final int[] parameterOfLocal;

    /** @param parameterOfLocal the index of the parameter that each local variable holds on entry, or -1 */
    DefUseInterpreter(int[] parameterOfLocal) {
        super(Opcodes.ASM9);
        this.parameterOfLocal = parameterOfLocal.clone();
    }

    @Override
    public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
        return new SourceValue(type.getSize(), new ParameterInstruction(parameterOfLocal[local]));
    }

    @Override
    public SourceValue copyOperation(AbstractInsnNode insn, SourceValue value) {
        return value;
    }

    @Override
    public SourceValue unaryOperation(AbstractInsnNode insn, SourceValue value) {
        return insn.getOpcode() == Opcodes.CHECKCAST ? value : super.unaryOperation(insn, value);
    }
}
