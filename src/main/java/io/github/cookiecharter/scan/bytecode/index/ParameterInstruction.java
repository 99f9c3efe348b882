package io.github.cookiecharter.scan.bytecode.index;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnNode;

/** A pseudo-instruction: the definition of a parameter's value on entry to the method. */
public final class ParameterInstruction extends InsnNode {

    private final int index;

    /** @param index the parameter's index, from 0, the receiver of an instance method first */
    ParameterInstruction(int index) {
        super(Opcodes.NOP);
        this.index = index;
    }

    public int index() {
        return index;
    }
}
