package io.github.cookiecharter.scan.bytecode.index;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnNode;

/** Stands for the instruction that a parameter's value comes from. */
public final class ParameterInstruction extends InsnNode {

    private final int index;

    /** @param index counted from 0, the receiver of an instance method first */
    ParameterInstruction(int index) {
        super(Opcodes.NOP);
        this.index = index;
    }

    public int index() {
        return index;
    }
}
