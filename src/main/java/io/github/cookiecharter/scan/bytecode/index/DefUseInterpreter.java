package io.github.cookiecharter.scan.bytecode.index;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Follows each value to the instructions that make it: copies, variables and casts are looked through. */
final class DefUseInterpreter extends SourceInterpreter {

    private final int[] indexOfLocal;

    /** @param indexOfLocal for each local variable the parameter that it holds at the start */
    DefUseInterpreter(int[] indexOfLocal) {
        super(Opcodes.ASM9);
        this.indexOfLocal = indexOfLocal.clone();
    }

    @Override
    public SourceValue newParameterValue(boolean isInstanceMethod, int local, Type type) {
        return new SourceValue(type.getSize(), new ParameterInstruction(indexOfLocal[local]));
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
